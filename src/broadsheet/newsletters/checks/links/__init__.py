"""Links that lead nowhere: those to the paper are looked up, those to other sites asked for."""
