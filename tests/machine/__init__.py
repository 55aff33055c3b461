"""The market shaken by dice: whatever people do in whatever order, its sentences stay true."""
