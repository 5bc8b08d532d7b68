"""Taking the course: enrolment, lessons read, lesson pages."""
