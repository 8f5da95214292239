"""Function words by language. Made by `make gen` from data/*.toml: change those instead."""

from __future__ import annotations

FUNCTION_WORDS = {
    "de": """
        ab aber absolut alle allen aller alles als am an ans anstatt auch auf aufs aus außer außerhalb bei
        beim besonders bevor bin bis bist bzw da damit dank darf darfst das dass daß dein deine deinem
        deinen deiner deines dem den denen denn der deren des dessen die diese diesem diesen dieser dieses
        doch du durch durchs durfte dürfen dürft dürfte dürften echt eher ein eine einem einen einer eines
        einige einigen einiger entlang er es euer eure eurem euren eurer eures falls fast für fürs ganz
        gegen gegenüber gehabt gemäß gewesen geworden hab habe haben habt hast hat hatte hatten hattest
        hattet hinter hinterm hätte hätten hättest ich ihr ihre ihrem ihren ihrer ihres im immer in indem
        innerhalb ins ist je jede jedem jeden jeder jedes jene jenem jenen jener jenes kann kannst kaum kein
        keine keinem keinen keiner keines konnte konnten können könnt könnte könnten laut mag magst man
        manche manchem manchen mancher manches mehr mehrere mehreren mein meine meinem meinen meiner meines
        mit mithilfe mochte muss musst musste mussten möchte möchten möchtest mögen müssen müsst müsste
        müssten nach nachdem neben nicht nichts nie niemals noch nur ob obgleich obwohl oder ohne pro recht
        samt schon sehr sei seid seien sein seine seinem seinen seiner seines seit seitdem sie sind so
        sobald sodass sofern sogar solange solche solchem solchen solcher solches soll sollen sollst sollt
        sollte sollten sondern sowie statt total trotz um ums und unser unsere unserem unseren unserer
        unseres unter unterm via viele vielen vom von vor vorm völlig wann war waren warst wart warum was
        wegen weil welche welchem welchen welcher welches wem wen weniger wenn wer werde werden werdet
        weshalb wessen wider wie wieso will willst wir wird wirklich wirst wo wodurch wofür woher wohin
        wollen wollt wollte wollten womit worden worüber wurde wurden wurdest während wäre wären wärst würde
        würden würdest ziemlich zu zum zur zwischen über übers
    """,
    "en": """
        'cause 'd 'll 'm 're 's 've a about above absolutely across after against ain't all almost along
        alongside also although always am amid amidst among amongst an and another any are aren't around as
        at atop barely be because been before behind being below beneath beside besides between beyond both
        but by can can't cannot cause completely concerning considering could coulda couldn't cuz daren't
        despite did didn't do does doesn't doing don't down during each either even every except excluding
        extremely fairly few fewer following for from get gets getting gonna got gotta gotten had hadn't
        hafta half hardly has hasn't have haven't having he he'd he'll he's her here's his how how's however
        i i'd i'll i'm i've if in including incredibly inside into is isn't it it'd it'll it's its just
        least less lest let's lets like many may might mightn't minus more most much must mustn't my n't
        near nearly needn't neither never no nor not of off on once only onto opposite or ought oughta
        oughtn't our out outside over past per plus pretty provided providing quite rarely rather really
        regarding round scarcely seldom several shall shan't she she'd she'll she's should shoulda shouldn't
        since so some still such than that that'd that'll that's the their there there'd there'll there're
        there's these they they'd they'll they're they've this those though through throughout till to too
        totally toward towards under underneath unless unlike until up upon versus very via vs wanna was
        wasn't we we'd we'll we're we've were weren't what what's whatever when whenever where where's
        whereas wherever whether which whichever while whilst who who'd who's whoever whom whose why will
        with within without won't would woulda wouldn't y'all yet you you'd you'll you're you've your
    """,
    "es": """
        a adonde al alguna algunas algunos algún ante aquel aquella aquellas aquellos aunque aún bajo
        bastante bien cada casi cierto como con conforme conmigo consigo contigo contra cual cuales cuando
        cuanto cuya cuyas cuyo cuyos cuál cuáles cuándo cuánto cuántos cómo de debe debemos deben debería
        deberían debes debo debía del demasiado desde donde durante dónde e el ella ellas ello ellos en
        entre era eran eras eres es esa esas ese esos esta estaba estaban estabas estamos estando estar
        estas este estos estoy estuve estuvo está estábamos estáis están estás esté estén excepto fue fueron
        fui fuimos ha haber habiendo habrá habría habéis había habíamos habían habías hacia han has hasta
        hay haya hayan he hemos hubo iba iban jamás la las le les lo los mas me mediante menos mi mientras
        mis mucha muchas mucho muchos muy más nada ni ninguna ningún no nos nosotras nosotros nuestra
        nuestras nuestro nuestros nunca o os otra otras otro otros para pero pocas poco pocos podemos podría
        podrían podéis podía por porque pro puede pueden puedes puedo pues que queremos quien quienes quiere
        quieren quieres quiero quién quiénes qué realmente salvo se sea sean según ser será serán seré sería
        serían si sido siempre siendo sin sino sobre sois solo somos son soy su suele suelen sus sólo
        también tampoco tan te tenemos tengo tiene tienen tienes toda todas todavía todo todos tras tu tus
        tú u un una unas uno unos usted ustedes va vais vamos van varias varios vas versus vosotras vosotros
        voy vuestra vuestro vía y ya yo él éramos
    """,
    "fr": """
        a afin ai aient ait allait allez allons alors après as assez au aucun aucune auquel aura aurai
        auraient aurais aurait auront aussi aux avaient avais avait avant avec avez aviez avions avoir avons
        beaucoup bien c' c'est c'était car ce ceci cela certaines certains ces cet cette chaque chez combien
        comme comment contre d' d'avoir d'être dans de depuis derrière des devait devant devez devons
        devrais devrait dois doit doivent donc dont du duquel durant dès elle elles en encore entre envers
        es est et eu fallait faudrait faut furent fut grâce hors il ils j' j'ai j'avais j'étais jamais je
        jusqu' jusqu'à jusque l' la laquelle le lequel les lesquelles lesquels leur leurs loin lorsqu'
        lorsque lui m' ma mais malgré me mes moins mon même n' n'a n'ai n'est n'ont n'était ne ni nos notre
        nous on ont or ou outre où par parce parmi pas pendant peut peuvent peux plus plusieurs plutôt pour
        pourquoi pourrais pourrait pouvait pouvez pouvons presque près puis puisqu' puisque qu' quand que
        quel quelle quelles quelque quelques quels qui quoi quoiqu' quoique rien s' s'est sa sans sauf se
        selon sera serai seraient serais serait serez serons seront ses si soient soit sommes son sont sous
        suis sur t' ta tandis te tel telle tes ton toujours tous tout toute toutes trop très tu un une va
        vais vers veulent veut veux via vont vos votre voudrais voudrait voulait voulez voulons vous
        vraiment y à ça étaient étais était étiez étions été êtes être
    """,
    "it": """
        a abbastanza abbia abbiamo abbiano ad affinché agli ai al alcune alcuni all' alla alle allo altra
        altre altri altro anche ancora andiamo anzi appena assai attraverso avendo avere avete aveva avevamo
        avevano avevi avevo avranno avrebbe avrebbero avrei avrà avrò avuto benché bensì c' c'era c'erano
        c'è certe certi certo ch' che chi ci circa coi col com' come con contro cos' cosa così cui d' da
        dagli dai dal dall' dalla dalle dallo davanti davvero degli dei del dell' della delle dello dentro
        deve devi devo devono di dietro dobbiamo dopo dov' dove dovete doveva dovrebbe dovrei dunque durante
        e eccetto ed egli ella entro era erano eravamo eri ero essa esse essendo essere essi esso finché
        fino fra fu fui fuori furono già gli ha hai hanno ho i il in io l' la le lei lo loro lui lungo m' ma
        mai meno mentre mi mia mie miei mio molta molte molti molto ne neanche negli nei nel nell' nella
        nelle nello nemmeno nessun nessuna niente noi non nonostante nostra nostre nostri nostro nulla né o
        od ogni oltre oppure per perchè perché però più poca poche pochi poco poiché possiamo posso possono
        potete poteva potrebbe potrei presso prima proprio puoi purché pure può qual qualche quale quali
        quando quanti quanto quasi quegli quei quel quell' quella quelle quello quest' questa queste questi
        questo quindi s' salvo saranno sarebbe sarebbero sarei saremo sarà sarò se sebbene secondo sei
        sempre senza si sia siamo siano siccome siete solo sono sopra sotto sta stai stanno stata state
        stati stato stava stavano stavo stiamo sto su sua sue sugli sui sul sull' sulla sulle sullo suo suoi
        t' tante tanti tanto ti tra tramite troppo tu tua tue tuo tuoi tutta tutte tutti tutto un un' una
        uno v' va vado vai vanno vari varie verso vi vogliamo voglio vogliono voi volete voleva vorrebbe
        vorrei vostra vostre vostri vostro vuoi vuole è
    """,
    "nl": """
        'k 'n 't aan achter al alle alleen als altijd andere ben bent best bij bijna binnen boven buiten dat
        de deze die dit door doordat dus echt een elk elke en enkele er erg ga gaan gaat gedurende geen
        gehad geweest geworden ging gingen haar had hadden heb hebben hebt heeft heel helemaal het hij hoe
        hoef hoeft hoeven hoewel hun ieder iedere ik in indien is je jij jouw juist jullie kan kon konden
        kunnen kunt langs m'n maar mag meer meeste men met mijn minder mits mocht mochten moest moesten moet
        moeten mogen na naar naast nabij nadat nauwelijks niet niets niks noch nog nooit of ofschoon om
        omdat omstreeks onder ons onze ook op over per rond rondom sinds sindsdien sommige steeds te tegen
        tegenover ten tenzij ter terwijl tijdens toen tot totdat tussen u uit uw van vanaf vanwege veel vele
        via volgens voor voorbij voordat vrij waar waarbij waardoor waarin waarmee waarom waarop waarvan
        waarvoor wanneer want waren was wat we wegens weinig wel welk welke werd werden wie wiens wij wil
        wilde wilden willen wilt word worden wordt wou z'n zal ze zeer zij zijn zo zo'n zodat zodra zolang
        zonder zou zouden zulke zullen zult
    """,
    "pl": """
        a aby albo ale ani bardziej bardzo bez beze bo by byli być był była byłam byłem było były będzie
        będziecie będziemy będziesz będą będę cała całe całego całkiem cały chce chcemy chcesz chciał
        chciała chcą chcę chociaż choć ci cię co czemu czy dla dlaczego do dokąd dopóki dość dużo dzięki gdy
        gdyby gdyż gdzie go i ich ile im ja jak jaka jakaś jakby jaki jakich jakie jakiego jakiegoś jakiej
        jakieś jakiś jednak jego jej jest jestem jesteś jesteście jesteśmy jeszcze jeśli jeżeli już ją każda
        każde każdego każdej każdy każdym kiedy kilka kilku koło kto która które którego której który
        których którym którą ku lecz ledwo lub ma macie mają mam mamy masz mało mi miał miała mieć mimo
        między mnie mniej mogą mogę mogła moi moich moim moja moje mojego mojej mojemu moją może możemy
        możesz można mu musi musiał musiała musimy musisz muszą muszę my móc mógł mój na nad nade
        najbardziej najmniej należy nam naprawdę nas nasi nasz nasza nasze naszego naszej naszych naszym
        naszą nawet ni nich nie nigdy nim nią niż o obok od ode odkąd około on ona one oni ono oprócz oraz
        pewien pewna pewne po pod podczas pode pomiędzy ponad ponieważ poniżej poprzez powinien powinna
        powinni powinno powyżej poza pośród prawie przeciw przeciwko przed przede przez przeze przy prócz
        również się skoro skąd sobie spod sprzed swoi swoich swoim swoja swoje swojego swojej swoją swój są
        ta tak taka taki takich takie takiego takiej także tamci tamta tamte tamtego tamtej tamten tamto
        tamtych te tego tej temu ten też to toteż trzeba twoi twoich twoja twoje twojego twojej twój ty tych
        tylko tym tą tę u w wam was wasz wasza wasze waszego wcale we według wewnątrz wiele wielu więc
        więcej wobec wszyscy wszystkich wszystkie wy wzdłuż wśród z za zamiast zanim zatem zawsze zbyt ze
        znad zostać zza żaden żadna żadne żadnego żadnej że żeby żebym żebyś
    """,
    "pt": """
        a ainda algum alguma algumas alguns ante ao aonde aos após aquela aquelas aquele aqueles aquilo as
        até bastante bem cada caso certo com comigo como conforme conosco contigo contra contudo cuja cujas
        cujo cujos da daquela daquele das de dela delas dele deles demais desde dessa desse desta deste deve
        devem devemos deveria deves devia devo disso disto do dos dum duma durante e ela elas ele eles em
        embora enquanto entre era eram eras essa essas esse esses esta estamos estando estar estas estava
        estavam estavas este esteja estejam estes esteve estive estou está estás estávamos estão eu foi
        fomos foram fui gente haver havia hei há ia iam isso isto jamais já lhe lhes logo mais mas me menos
        meu meus minha minhas muita muitas muito muitos na nada naquela naquele nas nela nele nem nenhum
        nenhuma nessa nesse nesta neste nisso nisto no nos nossa nossas nosso nossos num numa numas nunca
        nuns não nós o onde os ou outra outras outro outros para pela pelas pelo pelos perante pode podem
        podemos poderia podes podia pois por porque porquê portanto porém posso pouca poucas pouco poucos
        pra precisa precisam precisamos preciso pro pros quais qual quando quanto quantos quase que quem
        quer querem queremos queres queria quero quê realmente se segundo seja sejam sem sempre sendo ser
        serei seria seriam será serão seu seus sido sob sobre somente somos sou sua suas são só também tava
        te tem temos tendo tenha tenham tenho tens ter teria terá teu teus teve tido tinha tinham tinhas
        tive toda todas todavia todo todos trás tu tua tuas tá tão têm tínhamos tô um uma umas uns vai vais
        vamos via você vocês vos vossa vosso vou várias vários vão vós à às é éramos és
    """,
    "sv": """
        aldrig all alla allt alltför alltid andra angående annan annat att av bakom bara behövde behöver
        bland blev bli blir blivit borde bredvid brukade brukar båda bör de dem den denna deras dess dessa
        desto det detta dig din dina dit ditt du där därför då efter eftersom egen eget egna ej eller en
        enligt er era ert ett faktiskt fast fastän fick flera fortfarande framför från få får fått för före
        förutom ganska genom gentemot ha hade haft han hans har hela helt henne hennes hitom hon honom hos
        hur huruvida i icke ifall ifrån inför inga ingen inget innan inne inom inte intill invid jag ju kan
        knappast knappt kommer kring kunde kunna kunnat liksom lite längs lär man med medan mellan men mer
        mest mig min mina mindre minst mitt mot mycket må många måste måtte nedanför ni när nära nästan
        någon något några och också om omkring oss ovanför per pga på redan runt rätt samma samt sedan sen
        sig sin sina sitt ska skall skola skulle som sällan så sådan sådana sådant såsom till tills torde
        trots ty undan under uppe ur utan utanför utom vad var vara varenda varför varifrån varit varje vars
        vart velat vem verkligen vi via vid vilja vilka vilken vilket vill ville vore väldigt vår våra vårt
        än ännu är även åt över
    """,
}
"""Primary subtag to its words, in lower case with straight apostrophes, separated by spaces."""
