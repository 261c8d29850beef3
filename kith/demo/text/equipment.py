"""What stands in the customers' plants, by trade and language, and the firm's product names."""

SERIES = ("WN", "WN", "WNX", "WHP")
"""Invented pump series; size follows as 65-200."""
KINDS = ("GD-21", "GD-21", "GD-40", "GD-44", "CS-7")
"""Invented seal types; shaft diameter and faces follow."""
FACES = ("SiC/SiC/EPDM", "SiC/SiC/FKM", "carbon/SiC/FKM", "carbon/SiC/EPDM")

PLANT: dict[str, dict[str, tuple[str, ...]]] = {
    "de": {
        "brewery": ("CIP-Rücklaufpumpe", "Würzepumpe", "Glykolpumpe", "Heißwasserpumpe Sudhaus",
                    "Pumpe am Hefetank 3"),
        "dairy": ("CIP-Vorlaufpumpe", "Rahmpumpe", "Eiswasserpumpe 2", "Pumpe am Reifetank",
                  "Molkepumpe"),
        "paper": ("Siebwasserpumpe 2", "Stoffpumpe PM1", "Leimpumpe", "Vakuumpumpe Pressenpartie",
                  "Klarfiltratpumpe"),
        "water": ("Rohwasserpumpe 2", "Druckerhöhung Nord", "Rezirkulationspumpe",
                  "Kreislaufpumpe 3", "Umwälzpumpe im Keller"),
        "food": ("Rohsaftpumpe", "Dünnsaftpumpe", "Waschwasserpumpe", "Sirup-Pumpe Linie 2",
                 "Pumpe am Pasteur"),
        "chemicals": ("Lösemittelpumpe Tank 4", "Dosierpumpe 7", "Umwälzpumpe Bad 3",
                      "Säurepumpe Halle 3", "Kühlkreis-Pumpe Reaktor 2"),
        "machines": ("Kühlwasserpumpe Prüfstand", "Kesselspeisepumpe", "Hydraulik-Kühlpumpe",
                     "Solepumpe", "Schlickerpumpe"),
        "marine": ("Lenzpumpe", "Ballastpumpe", "Feuerlöschpumpe Bau 318", "Dockpumpe 2",
                   "Kühlpumpe Ausrüstungskai"),
    },
    "en": {
        "brewery": ("CIP return pump", "wort pump", "glycol pump", "hot liquor pump",
                    "yeast tank pump"),
        "dairy": ("CIP supply pump", "cream pump", "ice water pump 2", "whey pump",
                  "pump below tank 6"),
        "paper": ("white water pump", "stock pump on machine 1", "dye bath pump",
                  "size press pump", "effluent pump"),
        "water": ("irrigation pump 3", "booster set", "wave pool pump", "filter pump 2",
                  "lift pump at station 4"),
        "food": ("brine pump", "wash water pump", "thin juice pump", "syrup pump on line 2",
                 "cooling tank pump"),
        "chemicals": ("solvent pump on tank 4", "dosing pump 7", "resin transfer pump",
                      "scrubber pump", "jacket cooling pump"),
        "machines": ("cooling pump on the test bench", "boiler feed pump", "slurry pump",
                     "hydraulic cooling pump", "dust scrubber pump"),
        "marine": ("bilge pump", "ballast pump", "fire pump on hull 318", "dock water pump",
                   "cooling pump in the workshop"),
    },
}  # fmt: skip
