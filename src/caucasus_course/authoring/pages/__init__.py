"""The course pages that are made from tables; `python -m caucasus_course.authoring.pages` writes them."""
