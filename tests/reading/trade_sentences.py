"""Sentences of business mail, invented, by language and by what they say of trade.

The lists were written beside the words of `kith.reading.trade_words`: they keep what is told today,
and are no measure of what is told in mail that nobody has seen.
"""

from kith.terms.words import Says

SAID: dict[str, dict[Says, tuple[str, ...]]] = {
    "en": {
        Says.INQUIRY: (
            "Could you send us a quotation for forty shaft seals?",
            "What is your best price for two hundred pieces?",
            "Please quote for the pump as in the drawing.",
            "We need a delivery time for the spare rotor.",
        ),
        Says.OFFER: (
            "Please find attached our offer for the two pumps.",
            "We can offer you the larger housing for the same money.",
            "The unit price is 42.50 EUR ex works.",
        ),
        Says.ORDER: (
            "Please find attached our purchase order 4711.",
            "We would like to order the following parts.",
            "I am placing the order for the seals today.",
        ),
        Says.CONFIRMATION: (
            "Thank you very much for your order.",
            "The goods have been shipped this morning.",
            "The seals will be delivered on Friday, tracking number 1Z99.",
        ),
        Says.INVOICE: (
            "Please find our invoice 2025-113 attached.",
            "This is a payment reminder for two open items.",
        ),
        Says.PAYMENT: (
            "Your invoice 2025-113 was paid yesterday.",
            "We have transferred the amount to your account.",
        ),
        Says.COMPLAINT: (
            "The pump is leaking again after two weeks.",
            "You sent us the wrong gasket: received the wrong size.",
        ),
        Says.PITCH: (
            "Would you have fifteen minutes of your time for a product demo?",
            "We are a leading provider of sales software.",
            "Only this week: 30 % off all courses.",
        ),
        Says.RECRUITING: (
            "I have two excellent candidates for your service team.",
            "My resume is here: please forward my resume to your colleagues.",
        ),
        Says.TRAVEL: (
            "Your flight to Lyon leaves at nine.",
            "Booking confirmation: two nights.",
        ),
        Says.NEWS: (
            "You are receiving this because you signed up at our fair.",
            "To unsubscribe, write to us.",
        ),
    },
    "de": {
        Says.INQUIRY: (
            "Bitte senden Sie uns ein Angebot über vierzig Gleitringdichtungen.",
            "Was kostet der Rotor bei zehn Stück?",
            "Können Sie uns die Lieferzeit nennen?",
        ),
        Says.OFFER: (
            "Anbei unser Angebot für die beiden Pumpen.",
            "Gern bieten wir Ihnen das größere Gehäuse an.",
        ),
        Says.ORDER: (
            "Hiermit bestellen wir die Teile wie besprochen.",
            "Im Anhang finden Sie unsere Bestellung 4711.",
        ),
        Says.CONFIRMATION: (
            "Wir danken für Ihre Bestellung vom Montag.",
            "Die Auftragsbestätigung liegt bei.",
        ),
        Says.INVOICE: (
            "Anbei erhalten Sie die Rechnung für März.",
            "Dies ist eine Zahlungserinnerung.",
        ),
        Says.PAYMENT: ("Wir haben den Betrag heute überwiesen.",),
        Says.COMPLAINT: ("Die Pumpe ist undicht.", "Wir müssen die Lieferung reklamieren."),
        Says.PITCH: ("Jetzt 20 % Rabatt auf alle Kurse.", "Melden Sie sich zum Webinar an."),
        Says.RECRUITING: ("Wir haben passende Kandidaten für Ihre Werkstatt.",),
        Says.TRAVEL: ("Ihre Buchung nach Lyon ist bestätigt.", "Ihr Paket wird morgen gebracht."),
        Says.NEWS: ("Den Newsletter können Sie hier abbestellen.",),
    },
    "fr": {
        Says.INQUIRY: ("Pourriez-vous nous envoyer un devis pour quarante joints ?",),
        Says.OFFER: ("Vous trouverez ci-joint notre offre pour les deux pompes.",),
        Says.ORDER: ("Nous vous commandons les pièces suivantes.",),
        Says.CONFIRMATION: ("Nous vous remercions de votre commande.",),
        Says.INVOICE: ("Veuillez trouver ci-jointe la facture du mois de mars.",),
        Says.PAYMENT: ("Nous avons effectué le virement ce matin.",),
        Says.COMPLAINT: ("La pompe est arrivée endommagée.",),
        Says.PITCH: ("Profitez de 20 % de réduction.",),
        Says.RECRUITING: ("Voici ma candidature.",),
        Says.TRAVEL: ("Votre réservation pour Lyon est confirmée.",),
        Says.NEWS: ("Pour vous désabonner, cliquez ici.",),
    },
    "es": {
        Says.INQUIRY: ("¿Podrían enviarnos un presupuesto para cuarenta juntas?",),
        Says.OFFER: ("Adjunto nuestra oferta para las dos bombas.",),
        Says.ORDER: ("Adjuntamos nuestro pedido número 4711.",),
        Says.CONFIRMATION: ("Gracias por su pedido del lunes.",),
        Says.INVOICE: ("Adjunto la factura de marzo.",),
        Says.PAYMENT: ("Hemos realizado la transferencia esta mañana.",),
        Says.COMPLAINT: ("La bomba llegó dañada.",),
        Says.PITCH: ("Solo hoy: 20 % de descuento.",),
        Says.RECRUITING: ("Le envío mi currículum.",),
        Says.TRAVEL: ("Su reserva en Lyon está confirmada.",),
        Says.NEWS: ("Puede cancelar su suscripción en cualquier momento.",),
    },
    "it": {
        Says.INQUIRY: ("Potreste inviarci un preventivo per quaranta guarnizioni?",),
        Says.OFFER: ("In allegato la nostra offerta per le due pompe.",),
        Says.ORDER: ("Vorremmo ordinare i pezzi seguenti.",),
        Says.CONFIRMATION: ("Confermiamo il vostro ordine di lunedì.",),
        Says.INVOICE: ("In allegato la fattura di marzo.",),
        Says.PAYMENT: ("Abbiamo effettuato il bonifico stamattina.",),
        Says.COMPLAINT: ("La pompa è arrivata danneggiata.",),
        Says.PITCH: ("Solo oggi: 20 % di sconto.",),
        Says.RECRUITING: ("Invio la mia candidatura.",),
        Says.TRAVEL: ("La vostra prenotazione a Lione è confermata.",),
        Says.NEWS: ("Può cancellarsi dalla lista quando vuole.",),
    },
    "nl": {
        Says.INQUIRY: ("Graag ontvangen wij een offerte voor veertig pakkingen.",),
        Says.OFFER: ("Bijgevoegd onze offerte voor de twee pompen.",),
        Says.ORDER: ("Wij bestellen de volgende onderdelen.",),
        Says.CONFIRMATION: ("Bedankt voor uw bestelling.",),
        Says.INVOICE: ("Hierbij de factuur van maart.",),
        Says.PAYMENT: ("Wij hebben het bedrag vandaag overgemaakt.",),
        Says.COMPLAINT: ("De pomp is beschadigd aangekomen.",),
        Says.PITCH: ("Alleen vandaag: 20 % korting.",),
        Says.RECRUITING: ("Hierbij mijn sollicitatie.",),
        Says.TRAVEL: ("Uw reservering in Lyon is bevestigd.",),
        Says.NEWS: ("Deze nieuwsbrief verschijnt maandelijks.",),
    },
}

NOTHING: dict[str, tuple[str, ...]] = {
    "en": (
        "Thank you for the offer to help, see you on Monday.",
        "In order to fit the seal, turn the shaft.",
        "The court order was read aloud.",
        "We offer no opinion on that.",
        "The meeting is at ten, the room is booked.",
        "The price of oil fell again today.",
        "Shall we have lunch on Thursday?",
    ),
    "de": (
        "Die Besprechung ist um zehn.",
        "Das Lager ist in Ordnung, der Auftrag der Schule ist klar.",
        "Wir sehen uns am Montag.",
    ),
    "fr": ("La réunion est à dix heures.", "À lundi, bien à vous."),
    "es": ("La reunión es a las diez.", "Nos vemos el lunes."),
    "it": ("La riunione è alle dieci.", "Ci vediamo lunedì."),
    "nl": ("De vergadering is om tien uur.", "Tot maandag."),
}
