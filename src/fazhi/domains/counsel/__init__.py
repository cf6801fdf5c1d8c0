"""项目法律服务与政府法律顾问: 司法局 serves industrial projects through studios and brings advisers into the government's matters.

Investment bureaus and departments ask; figures F060-F065 of the annual report come from these records.
"""
