"""Domains where anybody can have an address: they say nothing about an organisation.

Mail providers and home internet providers, written down from general knowledge; a firm's own
additions come with its settings.
"""

FREE_MAIL = frozenset(
    """
    126.com 139.com 163.com 1und1.de abv.bg adelphia.net airmail.net aim.com alice.it alltel.net
    ameritech.net aol.com aol.de arcor.de att.net bell.net bellatlantic.net bellsouth.net bigfoot.com
    bigpond.com bigpond.net.au blueyonder.co.uk bluewin.ch bol.com.br btinternet.com btopenworld.com
    cableone.net cegetel.net centurylink.net centurytel.net charter.net chello.at chello.nl
    club-internet.fr comcast.net compuserve.com cox.net cs.com cybercity.dk daum.net directvinternet.com
    dslextreme.com earthlink.net email.com email.cz email.it emailaccount.com eresmas.com ev1.net
    excite.com fastmail.com fastmail.fm flash.net free.fr freemail.hu freenet.de freeserve.co.uk
    frontier.com frontiernet.net fuse.net gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net go.com
    googlemail.com gte.net hanmail.net hal-pc.org hetnet.nl hey.com home.com home.nl hotbot.com
    hotmail.be hotmail.ca hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it
    houston.rr.com hushmail.com iafrica.com icloud.com ieg.com.br ig.com.br inbox.lv inbox.ru
    infonie.fr insightbb.com interia.pl internode.on.net io.com iinet.net.au juno.com kabelbw.de
    keyworld.net kpnmail.nl kpnplanet.nl laposte.net libero.it libertysurf.fr list.ru live.be live.ca
    live.co.uk live.com live.de live.fr live.it live.nl lycos.com lycos.de mac.com mail.com mail.de
    mail.ru mailbox.org mailcity.com me.com mediaone.net mindspring.com msn.com mts.net mycingular.com
    nate.com naver.com neo.rr.com netcologne.de neto.com netscape.com netscape.net netvigator.com
    netzero.com netzero.net ntlworld.com o2.pl o2online.de online.de online.no onet.pl optonline.net
    optusnet.com.au orange.fr orange.net osnanet.de outlook.at outlook.be outlook.com outlook.de
    outlook.es outlook.fr pacbell.net pdq.net peoplepc.com pipeline.com planet.nl pm.me pobox.com
    post.cz posteo.de posteo.net pressroom.com prodigy.net proton.me protonmail.ch protonmail.com
    qq.com rambler.ru rcn.com rediffmail.com roadrunner.com rocketmail.com rogers.com rr.com safe-mail.net
    sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be snafu.de sohu.com
    sonic.net spamcop.net startmail.com strato.de sunrise.ch suddenlink.net swbell.net sympatico.ca
    swissonline.ch t-online.de talk21.com talktalk.net telefonica.net telenet.be teleline.es telia.com
    telus.net tin.it tiscali.co.uk tiscali.it tiscalinet.it tutanota.com tuta.io uol.com.br
    unitybox.de usa.net uswest.net velocitus.net verizon.net versatel.nl versanet.de videotron.ca
    virgilio.it virgin.net vodafone.de vodafone.it voila.fr volcanomail.com wanadoo.es wanadoo.fr
    wanadoo.nl web.de webtv.net wi.rr.com wideopenwest.com windowslive.com worldnet.att.net
    worldonline.nl wp.pl xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk
    yahoo.com yahoo.com.au yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com
    ziggo.nl zoho.com zonnet.nl
    """.split()
)
