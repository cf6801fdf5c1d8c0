"""The one page of this face; everything below /api/v1/ is answered at the gate."""

from django.urls import path

from fazhi.feeds import reference

app_name = "feeds"
urlpatterns = [path("", reference.page, name="reference")]
