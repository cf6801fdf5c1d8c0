"""The addresses of these pages, gathered into the desk's."""

from django.urls import path

from fazhi.desk.people import bodies, changes, issuing, password, persons, places

addresses = [
    path("password/", password.password_page, name="password"),
    path("desk/people/", persons.people_list, name="people"),
    path("desk/people/new/", persons.new_person, name="new_person"),
    path("desk/people/passwords/", issuing.issue, name="issue"),
    path("desk/people/changes/", changes.change_list, name="changes"),
    path("desk/people/<int:pk>/", persons.person_page, name="person"),
    path("desk/people/<int:pk>/<str:act>/", persons.person_act, name="person_act"),
    path("desk/bodies/", bodies.body_list, name="bodies"),
    path("desk/bodies/new/", bodies.new_body, name="new_body"),
    path("desk/bodies/<int:pk>/", bodies.body_page, name="body"),
    path("desk/bodies/<int:pk>/<str:act>/", bodies.body_act, name="body_act"),
    path("desk/places/", places.place_list, name="places"),
    path("desk/places/new/", places.new_place, name="new_place"),
    path("desk/places/<str:code>/", places.place_page, name="place"),
    path("desk/places/<str:code>/<str:act>/", places.place_act, name="place_act"),
]
