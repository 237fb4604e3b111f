"""What a podcast feed has to be like, rule by rule, as the specifications say it."""
