"""What somebody would send who has read our code."""

TEMPTING = {
    "remove": "1",
    "hide": "1",
    "show": "1",
    "units": "1",
    "role": "owner",
    "accept": "1",
    "state": "verified",
    "is_staff": "true",
    "decision": "approved",
    "tracking": "X",
    "quantity": "1",
    "reason": "x",
    "code": "x",
    "channel": "cod",
}
