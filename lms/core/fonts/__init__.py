"""Noto Sans and Noto Serif (OFL.txt) with the letters we print, for the PDF files; `subset.py` makes them."""
