"""What a lot's owner hands to authorities and buyers abroad: files made from what is written down.

``lineage.origins`` finds where lots came from, ``linting`` and ``claims`` look for what would be
sent back, ``eudr``, ``fsma`` and ``record`` compose, and ``handing`` gives the file out with a
line in the audit trail. A file of EPCIS events joins in ``handing.KINDS`` as one more kind.
"""
