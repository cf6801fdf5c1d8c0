"""Every address of an installation: each face brings its own."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("fazhi.desk.urls")),
    path("api/", include("fazhi.feeds.urls")),
    path("board/", include("fazhi.board.urls")),
    path("", include("fazhi.portal.urls")),
]
