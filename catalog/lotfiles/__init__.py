"""Files of a lot for whoever owns it: the door between cooperatives and the log's exports."""
