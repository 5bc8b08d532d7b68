"""Asking: quizzes, attempts, answers and their marking."""
