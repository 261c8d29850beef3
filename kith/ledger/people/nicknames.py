"""Short forms of given names, English and German, and the name they stand for. Pure data.

A form that stands for several names (Chris, Kim) stands here for the one most borne: enough for a
question that a person answers.
"""

# Cut by `|`; the first of each group is the name the others stand for. No accents, no capitals.
_GROUPS = """
alexander alex alec sascha | alexandra sandra lexi | andreas andy andi | andrew drew | anthony
tony anton toni | barbara barb babsi | benjamin ben benny | bernhard bernd | catherine cathy
kate katie katherine kathryn kathy katharina kathrin katrin kathleen | charles charlie chuck |
christian christoph | christine tina christina christiane | christopher chris kit | daniel dan
danny | david dave davey | deborah debbie deb debra | dietrich dieter | donald don donnie |
douglas doug | edward ed eddie edmund | elisabeth elizabeth liz lisa betty beth | eugene gene |
franziska franzi | frederick fred freddy friedrich fritz | gabriele gabi | georg george | gerald
gerry | gerhard gerd | gertrud trudi | gregory greg gregor | gunther gunter | heinrich heinz
heiner | henry harry hank | jacob jake jakob | james jim jimmy jamie | jeffrey jeff geoffrey
geoff | jennifer jen jenny | joachim jochen achim | johannes hans johann hannes | john jack
johnny | jonathan jon | joseph joe josef sepp | joshua josh | judith judy | karl carl | kenneth
ken kenny | kimberly kim | konrad conrad kurt | lawrence larry laurence | leonard len lenny |
louis lou | ludwig lutz | magdalena magda leni | manfred manni | margaret maggie peggy meg
margarete | markus marcus | marc mark | martin marty | matthew matt matthias mathias |
maximilian max | michael mike mick mickey michi | mitchell mitch | nathaniel nate nathan |
nicholas nick nicolas nikolaus niklas klaus claus | norbert norb | oliver ollie olli | pamela
pam | patricia patty tricia trish | patrick pat | peter pete | philip phil phillip philipp |
rainer reiner | raymond ray | rebecca becky | richard rick dick rich ricky | robert bob bobby
rob robbie | ronald ron ronnie | rudolf rudi rolf | russell russ | samuel sam sammy | sebastian
bastian basti | siegfried sigi siggi | stanley stan | stefan steffen stephan | stephanie steffi
steph stefanie | stephen steve steven | susanne sue susan susie suzanne susi | terence terry
terrence | theodore theo theodor ted teddy | thomas tom tommy | timothy tim timmy | ulrich uli
ulli | ursula uschi | veronika vroni | victor viktor vic | vincent vince | walter walt wally |
wilhelm willi willy | william bill billy will | wolfgang wolf | zachary zach
"""

STANDS_FOR = {
    form: name for name, *forms in (group.split() for group in _GROUPS.split("|")) for form in forms
}
