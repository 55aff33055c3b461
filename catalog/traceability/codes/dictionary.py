"""The GS1 application identifiers as a table: how a value is written, where it may stand.

Facts of gs1/gs1-syntax-dictionary as of 2026-07-27 (Apache-2.0), in a shorter notation. A row is
an identifier or a range of them, then a mark, then the parts of its value, then its conditions.

* mark: ``?`` may be a data attribute in the query of a Digital Link, ``-`` may not;
* parts: ``N`` digits, ``X`` CSET 82, ``Y`` CSET 39, ``Z`` base64url; ``N6`` six, ``X..20`` up to
  twenty, in square brackets when it may be missing; after commas the tests of ``linters``;
* ``req=`` one of these must stand beside it (``+`` joins what must come together), ``ex=`` none of
  these may; ``n`` is any digit;
* ``key=`` a primary key with its qualifiers in order; ``|`` divides two ways.
"""

from __future__ import annotations

from collections.abc import Iterator

_ROWS = """
00 ? N18,csum key=
01 ? N14,csum ex=255,37 key=22,10,21|235
02 ? N14,csum ex=01,03 req=37
03 - N14,csum ex=01,02,37,235
10 ? X..20 req=01,02,03,8006,8026
11 ? N6,yymmd0 req=01,02,03,8006,8026
12 ? N6,yymmd0 req=8020
13 ? N6,yymmd0 req=01,02,03,8006,8026
15-16 ? N6,yymmd0 req=01,02,03,8006,8026
17 ? N6,yymmd0 req=01,02,03,255,8006,8026
20 ? N2 req=01,02,03,8006,8026
21 - X..20 req=01,03,8006 ex=235
22 - X..20 req=01
235 - X..28 req=01
240-241 ? X..30 req=01,02,03,8006,8026
242 ? N..6 req=01,02,8006,8026
243 ? X..20 req=01,03
250 ? X..30 req=01+21,03+21,8006+21
251 ? X..30 req=01,03,8006
253 ? N13,csum [X..17] key=
254 - X..20 req=414
255 ? N13,csum [N..12] ex=01,02,415,8006,8020,8026 key=
30 ? N..8 req=01,02
37 ? N..8 req=00+02,00+8026
3900-3909 ? N..15 req=255,8020 ex=390n,391n,394n,8111
3910-3919 ? N3 N..15 req=8020 ex=391n
3920-3929 ? N..15 req=01+30,01+31nn,01+32nn,01+35nn,01+36nn ex=392n,393n
3930-3939 ? N3 N..15 req=30,31nn,32nn,35nn,36nn ex=393n
3940-3943 ? N4 req=255 ex=394n,8111
3950-3955 ? N6 req=30,31nn,32nn,35nn,36nn ex=392n,393n,395n,8005
400 ? X..30
401 ? X..30,gcp key=
402 ? N17,csum key=
403 ? X..30 req=00
410-413 ? N13,csum
414 ? N13,csum key=254|7040
415 ? N13,csum req=8020 key=8020
416 ? N13,csum
417 ? N13,csum key=7040
420 ? X..20 ex=421
421 ? N3,iso3166 X..9 ex=4307
422 ? N3,iso3166 req=01,02,03,8006,8026 ex=426
423 ? N3,iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 req=01,02,03 ex=426
424 ? N3,iso3166 req=01,02,03 ex=426
425 ? N3,iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 [N3],iso3166 req=01,02,03 ex=426
426 ? N3,iso3166 req=01,02,03
427 ? X..3 req=01+422,02+422,03+422
4300-4301 ? X..35,pcenc req=00
4302 ? X..70,pcenc req=00
4303 ? X..70,pcenc req=4302
4304-4306 ? X..70,pcenc req=00
4307 ? X2,letters req=00
4308 ? X..30 req=00
4309 ? N10,latitude N10,longitude req=00
4310-4311 ? X..35,pcenc req=00
4312 ? X..70,pcenc req=00
4313 ? X..70,pcenc req=4312
4314-4316 ? X..70,pcenc req=00
4317 ? X2,letters req=00
4318 ? X..20 req=00
4319 ? X..30 req=00
4320 ? X..35,pcenc req=00
4321-4323 ? N1,yesno req=00
4324-4325 ? N6,yymmd0 N4,hhmi req=00
4326 ? N6,yymmdd req=00
4330 ? N6 [X1],hyphen req=00 ex=4331
4331 ? N6 [X1],hyphen req=00 ex=4330
4332 ? N6 [X1],hyphen req=00 ex=4333
4333 ? N6 [X1],hyphen req=00 ex=4332
7001 ? N13 req=01,02,8006,8026
7002 ? X..30 req=01,02
7003 ? N6,yymmdd N4,hhmi req=01,02,03
7004 ? N..4 req=01+10,03+10
7005 ? X..12 req=01,02
7006 ? N6,yymmdd req=01,02
7007 ? N6,yymmdd [N6],yymmdd req=01,02
7008 ? X..3 req=01,02
7009 ? X..10 req=01,02
7010 ? X..2 req=01,02,03
7011 ? N6,yymmdd [N4],hhmi req=01,02,03
7020 ? X..20 req=01+416,03+416,8006+416
7021 ? X..20 req=01,03,8006
7022 ? X..20 req=01+7021,03+7021,8006+7021
7023 ? X..30,gcp
7030-7039 ? N3,iso3166999 X..27 req=01,02
7040 - N1 X1 X1 X1,importeridx
7041 - X..4 req=00
710-717 ? X..20 req=01
7230-7239 ? X2 X..28 req=01,8004
7240 ? X..20 req=01,8006 ex=03
7241 ? N2,mediatype req=8017,8018
7242 ? X..25 req=8017,8018
7250 ? N8,yyyymmdd req=8018 ex=7251
7251 ? N8,yyyymmdd N4,hhmi req=8018 ex=7250
7252 ? N1,iso5218 req=8018
7253-7254 ? X..40,pcenc req=8017,8018 ex=7256,7259
7255 ? X..10 req=8017,8018 ex=7256,7259
7256 ? X..90,pcenc req=8017,8018
7257 ? X..70,pcenc req=8018
7258 ? X3,posinseqslash req=8018+7259
7259 ? X..40,pcenc req=8018 ex=7256
8001 ? N4,nonzero N5,nonzero N3,nonzero N1,winding N1 req=01
8002 ? X..20
8003 ? N1,zero N13,csum [X..16] key=
8004 ? X..30,gcp key=7040
8005 ? N6 req=01,02
8006 ? N14,csum N4,pieceoftotal ex=01,03,37 key=22,10,21
8007 ? X..34,iban req=415
8008 ? N6,yymmdd N2,hh [N2],mi [N2],mi req=01,02,03
8009 ? X..50 req=00,01,03
8010 ? Y..30,gcp key=8011
8011 - N..12,nozeroprefix req=8010
8012 ? X..20 req=01,03,8006
8013 ? X..25,csumalpha,gcp key=
8014 - X..25,csumalpha,gcp,hasnondigit req=01
8017 ? N18,csum ex=8018 key=8019
8018 ? N18,csum ex=8017 key=8019
8019 - N..10 req=8017,8018
8020 - X..25 req=415
8026 ? N14,csum N4,pieceoftotal req=37 ex=02,03,8006
8030 ? Z..90 req=00,01+21,03+21,253,255,8003,8004,8006+21,8010+8011,8017,8018
8040 - N15 req=01+21
8041 - N15 req=01+21+8040
8042 - N32 req=01+21+8040
8043 - N18 [N..2] req=01+21+8040
8110 ? X..70
8111 ? N4 req=255
8112 ? X..70
8200 - X..70 req=01
90 ? X..30
91-99 ? X..90
"""

# Measures: the fourth digit says where the point stands. What must stand beside them, then which
# they are: those of a trade item, those of a shipping unit, grams per square metre of paper.
_MEASURES = """
01,02 310 311 312 313 314 315 316 320 321 322 323 324 325 326 327 328 329 350 351 352 356 357
01,02 360 361 364 365 366
00,01 330 331 332 333 334 335 336 340 341 342 343 344 345 346 347 348 349 353 354 355 362 363
00,01 367 368 369
01 337
"""

# ISO 3166-1, numeric, as of the same day.
COUNTRIES = """
004 008 010 012 016 020 024 028 031 032 036 040 044 048 050 051 052 056 060 064 068 070
072 074 076 084 086 090 092 096 100 104 108 112 116 120 124 132 136 140 144 148 152 156
158 162 166 170 174 175 178 180 184 188 191 192 196 203 204 208 212 214 218 222 226 231
232 233 234 238 239 242 246 248 250 254 258 260 262 266 268 270 275 276 288 292 296 300
304 308 312 316 320 324 328 332 334 336 340 344 348 352 356 360 364 368 372 376 380 384
388 392 398 400 404 408 410 414 417 418 422 426 428 430 434 438 440 442 446 450 454 458
462 466 470 474 478 480 484 492 496 498 499 500 504 508 512 516 520 524 528 531 533 534
535 540 548 554 558 562 566 570 574 578 580 581 583 584 585 586 591 598 600 604 608 612
616 620 624 626 630 634 638 642 643 646 652 654 659 660 662 663 666 670 674 678 682 686
688 690 694 702 703 704 705 706 710 716 724 728 729 732 740 744 748 752 756 760 762 764
768 772 776 780 784 788 792 795 796 798 800 804 807 818 826 831 832 833 834 840 850 854
858 860 862 876 882 887 894
"""


def rows() -> Iterator[tuple[str, list[str]]]:
    """Every identifier, alone, with the rest of its row in words."""
    for line in _ROWS.split("\n"):
        first, *rest = line.split() or [""]
        for ai in _range(first):
            yield ai, rest
    for line in _MEASURES.strip().split("\n"):
        beside, *stems = line.split()
        for stem in stems:
            for places in range(6):
                yield f"{stem}{places}", ["?", "N6", f"req={beside}", f"ex={stem}n"]


def _range(text: str) -> list[str]:
    """``7030-7039`` as ten identifiers, one alone as itself."""
    first, _, last = text.partition("-")
    if not first:
        return []
    return [f"{ai:0{len(first)}}" for ai in range(int(first), int(last or first) + 1)]
