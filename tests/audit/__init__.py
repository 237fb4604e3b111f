"""`make audit`: every kind of page, served as readers get it, through the Nu HTML checker and axe."""
