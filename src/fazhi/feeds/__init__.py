"""The API of an installation (/api/v1/), drawn from the declarations as the pages are: operations, their document, their door.

Every operation is declared once in the modules of `operations`; routing, checking of what is sent, the OpenAPI document and
the reference page are derived from it.
"""
