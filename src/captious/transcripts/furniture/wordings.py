"""How the furniture of a page is worded: patterns for whole lines without their Markdown.

They were collected from pages of podcasts, blogs, hearings and radio; a line that may as well be speech is in none of
them, or only in those that ask for more evidence.
"""

from __future__ import annotations

import re

from captious.transcripts.timestamps import TIME

RULE = re.compile(r"\s*(?:[-–—=_~#*•·.]\s?){3,200}\s*")
HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*")
TRANSCRIPT = re.compile(
    r"(?:(?:full|complete|episode|show|podcast|video|interview|machine|edited|the|auto-generated|read the|raw"
    r"|read|view|audio|rough"
    r"|automated|automatic|unedited) ){0,4}transcript(?:ion)?s?"
    r"|(?:das |volles )?trans[ck]ript(?:ion|e)?|transkiption|transcripción(?: completa)?|transcription complète"
    r"|trascrizione(?: completa)?|transcrição(?: completa)?|transcriptie|transkrypcja|transkription|utskrift"
    r"|расшифровка|стенограмма|транскрипт|文字起こし|書き起こし|逐字稿|文字稿|녹취록|स्क्रिप्ट",
    re.IGNORECASE,
)
"""A heading over the whole transcript."""
ANYWHERE = re.compile(
    r"(?:(?:full|complete|episode|show|podcast|video|interview|machine|edited|the|auto-generated) ){0,4}"
    r"transcript(?:ion)?s?|begin(?:ning)? of transcript"
    r"|(?:the )?end of (?:the )?(?:transcript|recording|interview|audio)"
    r"|fin (?:de (?:la )?(?:transcripción|transcription|entrevista|grabación)|de l['’]entretien)"
    r"|ende (?:des|der) (?:transkripts?|transkription|aufnahme|interviews?|gesprächs?)"
    r"|fine (?:della )?trascrizione|fim da transcrição|конец (?:расшифровки|стенограммы|записи|интервью)"
    r"|(?:文字起こし|書き起こし)(?:は?ここまで|終わり|終了)"
    r"|transcript (?:begins|starts|ends)(?: here)?|(?:automatically )?transcribed (?:by|with|using) .{1,80}"
    r"|(?:page|seite|página|pagina) [0-9]{1,4}(?: ?(?:of|/|von|de|di|van|sur) ?[0-9]{1,4})?",
    re.IGNORECASE,
)
MARKER = re.compile(
    rf"(?:(?:ad |commercial |sponsor )?break|jingle|outro|intro|ads?|sponsors?|commercials?):?"
    rf"(?: ?[\[(]?{TIME}[\])]?)?(?: ?(?:to|-|–|—)(?: ?[\[(]?{TIME}[\])]?)?)?[.:]?",
    re.IGNORECASE | re.ASCII,
)
"""A line that notes a removed part, with at most its times."""
ADVERT = re.compile(
    r"(?:ad|ads|advert|advertisement|commercial|promo|sponsor(?:ed|s|ship)?|werbung|anzeige|publicité"
    r"|publicidad|pubblicità)\b.*"
    r"|.*\b(?:sponsored by|brought to you by|support for (?:this|the|our) .{1,80} (?:comes|is)"
    r"|(?:word|message)s? from (?:our|the|this) .{0,40}sponsors?|promo code|offer code)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What a bracket over a whole paragraph holds if it is an advertisement."""
COMMENTS = re.compile(
    r"leave a (?:reply|comment)(?: cancel reply| below)?|(?:post|write|add) a comment|join the discussion"
    r"|cancel reply"
    r"|(?:[0-9]{1,5} )?(?:comments?|responses?|replies)(?: \([0-9]{1,5}\))?|(?:[0-9]{1,5} )?thoughts on .{1,200}"
    r"|no comments(?: yet)?|schreibe einen kommentar(?: antwort abbrechen)?|laisser un commentaire|deja una respuesta"
    r"|lascia un commento|deixe um comentário|geef een reactie|(?:[0-9]{1,5} )?(?:kommentare?|commentaires?"
    r"|comentarios?|comentários?|commenti)(?: \([0-9]{1,5}\))?"
    r"|(?:добавить|оставить) комментарий|(?:[0-9]{1,5} )?комментари(?:й|я|ев|и)(?: \([0-9]{1,5}\))?"
    r"|コメント(?:を(?:残す|書く|する)|一覧|欄)",
    re.IGNORECASE,
)
"""A line that opens the comments of a page: all below it is theirs."""
_POSTS = (
    r"(?:posts?|articles?|episodes?|stories|reading|shows?|podcasts?|content|transcripts?"
    r"|interviews?|links|videos?)"
)
SECTION = re.compile(
    rf"(?:related|similar|recommended|recent|latest|popular|more|other|further|trending|top) {_POSTS}(?: .{{0,60}})?"
    r"|(?:subscribe|sign up|join)(?: \w+){0,3} (?:to|for|our|the|my)(?: \w+){0,4} (?:newsletter|mailing list"
    r"|updates|list)"
    r"(?: .{0,80})?|newsletter(?: sign-?up)?|enter your e-?mail.{0,60}|your e-?mail address"
    r"|tagged(?: with)?:? .{1,200}|(?:tags|categories|filed under|posted in|tagged)\s*:.{0,200}"
    r"|(?:share|teilen|partager|compartir|condividi|delen)(?: (?:this|the|on|via|with).{0,80})?\s*:.{0,120}"
    r"|share this(?: (?:post|episode|article|page|story|transcript))?(?: .{0,80})?"
    rf"|(?:previous|next|prev|older|newer)\s*{_POSTS}?\s*[:→←»«].{{0,160}}"
    r"|(?:you )?(?:may|might) also (?:like|enjoy|be interested).{0,60}|keep reading|read (?:more|next)(?: .{0,60})?"
    r"|more (?:from|like this|about|in this series|to read)(?: .{1,80})?"
    r"|about (?:the|this|our|your) (?:authors?|hosts?|show|podcast|guests?|speakers?|series|program|publisher"
    r"|company)"
    r"|follow (?:us|me|the show|along)(?: (?:on|at)\b.{0,80})?|connect with (?:us|me|.{1,40})|get in touch|contact us"
    r"|(?:listen|watch|subscribe) (?:on|via|in)\b.{0,120}|where to (?:listen|find us).{0,40}|stay (?:connected"
    r"|in touch)"
    r"|show ?notes|episode (?:notes|links|resources|credits)|links(?: (?:mentioned|from|in|and|to)\b.{0,60})?"
    r"|(?:additional |further |useful )?resources(?: (?:mentioned|from|in|and)\b.{0,60})?|references|further reading"
    r"|(?:production )?credits|colophon|bibliography|mentioned in (?:this|the) (?:episode|show).{0,20}"
    r"|ähnliche (?:beiträge|artikel|folgen)|das könnte (?:sie|dich|euch) auch interessieren.{0,20}"
    r"|weitere (?:folgen|beiträge|artikel|episoden|informationen).{0,40}|(?:schlagwörter|kategorien"
    r"|stichworte)\s*:.{0,200}"
    r"|(?:vorheriger|nächster|älterer|neuerer) (?:beitrag|artikel).{0,120}|.{0,40}newsletter (?:abonnieren"
    r"|bestellen).{0,40}"
    r"|info(?:kasten|box)|links zur (?:sendung|folge|episode)|shownotes|weiterführende links|impressum"
    r"|datenschutz.{0,20}"
    r"|articles? (?:similaires?|connexes?|précédents?|suivants?).{0,120}|étiquettes?\s*:.{0,200}"
    r"|catégories?\s*:.{0,200}"
    r"|(?:abonnez|inscrivez)-vous.{0,40}(?:newsletter|infolettre).{0,40}|à lire aussi.{0,80}|pour aller plus loin"
    r"|(?:artículos|entradas|episodios) (?:relacionad[oa]s|anteriores|recientes).{0,60}"
    r"|comparte(?: esto)?\s*:.{0,120}"
    r"|(?:etiquetas|categorías)\s*:.{0,200}|(?:entrada|artículo) (?:anterior|siguiente).{0,120}"
    r"|suscríbete.{0,40}(?:boletín|newsletter).{0,40}|enlaces(?: mencionados)?|articoli correlati|condividi.{0,20}"
    r"|(?:diese[nrs]? )(?:beitrag|artikel|folge|episode|seite) teilen.{0,60}|zum weiterlesen\b.{0,120}"
    r"|(?:vorherige|nächste) (?:folge|episode)\b.{0,120}"
    r"|partager (?:sur|cet|cette|via)\b.{0,80}|épisodes? (?:précédent|suivant)s?\b.{0,120}"
    r"|compartir (?:en|este|esta)\b.{0,80}|episodio (?:anterior|siguiente|precedente|successivo)\b.{0,120}"
    r"|episodi correlati|(?:artigos|posts|episódios) relacionados|episódio (?:anterior|seguinte)\b.{0,120}"
    r"|похожие (?:записи|статьи|выпуски|материалы|публикации)|читайте также.{0,80}"
    r"|(?:метки|теги|рубрики|категории)\s*:.{0,200}|поделиться(?: (?:в|с|на)\b.{0,60}|\s*:.{0,80})?"
    r"|(?:предыдущ|следующ)(?:ая|ий|ее) (?:запись|статья|выпуск|эпизод)\b.{0,160}"
    r"|подпи(?:сывайтесь|шитесь) на .{0,40}рассылку.{0,40}"
    r"|関連(?:記事|リンク|投稿|エピソード)|(?:タグ|カテゴリー?)\s?[:：].{0,200}"
    r"|(?:前|次)の(?:記事|投稿|エピソード|回)\s?[:：].{0,160}|(?:この記事を)?シェアする|メールマガジン(?:登録|に登録).{0,40}"
    r"|gerelateerde (?:berichten|artikelen)|artigos relacionados|compartilhe.{0,20}",
    re.IGNORECASE,
)
"""A line that opens a section below a transcript: a title, so it does not end like a sentence."""
_MADE = (
    r"(?:provided|created|made|produced|prepared|edited|generated|powered|done|automatically|auto-?generated"
    r"|corrected"
    r"|typed|transcribed|sponsored|supplied|courtesy|copyright)"
)
_FAULT = r"(?:errors?|mistakes?|typos?|inaccurac(?:y|ies)|corrections?)"
_BY_MACHINE = (
    r"(?:generated|automat\w*|auto-\w+|a\.?i\.?|artificial|machine|software|speech[- ]recognition"
    r"|speech[- ]to[- ]text"
    r"|otter|descript|rev|whisper|trint|sonix|transcribed|typed|lightly|edited|condensed|provided|produced"
    r"|created|errors?"
    r"|mistakes?|inaccura\w+|typos?|accura\w+|verbatim|final form|revised|updated|availability|deadline"
    r"|courtesy|copyright)"
)
NOTICE = re.compile(
    r"(?:copyright\s*(?:©|\(c\)|[0-9]{4}|by\b|:|notice)|©|\(c\)\s*(?:copyright|[0-9]{4})).{0,700}"
    r"|[^:\n]{0,80}(?:all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés"
    r"|все права защищены).{0,400}"
    r"|transcript(?:ion)? by .{1,80}"
    rf"|transcript(?:ion|s)?(?: (?:was|is|has been|were|are))? {_MADE}\b.{{0,300}}"
    rf"|(?:is there|did you (?:find|spot|see|notice)|found|spotted|noticed|see"
    r"|if you (?:find|found|spot(?:ted)?|see|saw|noticed?))"
    rf"(?: \w+){{0,3}} {_FAULT}\b.{{0,60}}\b(?:transcript|transcription|page|text|captions?|subtitles?"
    rf"|article)\b.{{0,400}}"
    r"|(?:editor|transcriber|publisher|author|producer|translator|reviewer)(?:['’]?s?['’]?)? (?:note"
    r"|comment)s?\s*[:.–—-].{0,900}"
    r"|anm\. ?d\. ?red\.?\s*[:–—-].{0,900}|anmerkung(?:en)?(?: der redaktion)?\s*[:.–—-].{0,900}"
    r"|note de (?:la rédaction|l['’]éditeur)\s*[:.–—-].{0,900}"
    r"|nota del? (?:editor|redactor|la redacción|transcriptor)\s*[:.–—-].{0,900}"
    r"|(?-i:[Dd]as (?:Interview|Gespräch) führten? [A-ZÄÖÜ][\w.-]{1,30}(?: [A-ZÄÖÜ][\w.-]{1,30}){0,3}\.?)"
    r"|propos recueillis par .{1,80}|entrevista realizada por .{1,80}|intervista (?:a cura )?di .{1,80}"
    r"|(?:расшифровка|стенограмма|транскрипция) (?:выполнен|сделан|подготовлен|создан|может)\w*\b.{0,300}"
    r"|(?:эт[аои]\w*|данн\w{2}) (?:расшифровка|стенограмма|транскрипция|транскрипт)"
    r" (?:был|выполнен|сделан|создан|может)\w*\b.{0,300}"
    r"|примечани[ея] (?:редактора|редакции)\s*[:.–—-].{0,900}"
    r"|(?:hinweis\s*[:–—-]\s*)?(?:dieses|das) transkript (?:wurde|ist|kann)\b.{0,400}"
    r"|transkript(?:ion)?\s*(?:erstellt|bereitgestellt"
    r"|von|:)\b.{0,200}"
    r"|(?:cette|la) transcription (?:a été|est|peut)\b.{0,400}"
    r"|transcription (?:réalisée|fournie|automatique|effectuée|générée)\b.{0,200}"
    r"|(?:esta|la) transcripción (?:fue|ha sido|es|puede)\b.{0,400}"
    r"|transcripción (?:realizada|proporcionada|hecha|generada|automática|cortesía)\b.{0,200}"
    r"|(?:questa )?trascrizione (?:a cura|realizzata|automatica|generata|è)\b.{0,300}"
    r"|(?:esta )?transcrição (?:feita|realizada|automática|gerada|foi)\b.{0,300}"
    r"|(?:この)?(?:文字起こし|書き起こし)は.{0,300}|(?:本|此|以下)(?:文字稿|逐字稿|转录|轉錄|文稿).{0,300}",
    re.IGNORECASE | re.DOTALL,
)
"""A line or paragraph about the transcript itself: who made it, how right it is, whose it is."""
ABOUT_TRANSCRIPT = re.compile(
    rf"(?:note|please note|disclaimer|tip|warning|n\.b\.)?[:,]?\s*(?:that )?"
    rf"(?:the following|what follows|this|the|these|our|all|my)(?: [\w'’-]+){{0,5}} transcripts?\b"
    rf"(?=.{{0,400}}?\b{_BY_MACHINE}\b).{{0,700}}"
    r"|(?:this|the following|below|here|what follows)(?: (?:is|are))? (?:an? "
    r"|the )?(?:[\w'’-]+ ){0,4}transcri.{0,600}"
    r"|(?:this|the) (?:conversation|interview|discussion|transcript|text|episode)(?: [\w'’-]+){0,4}"
    r" (?:edited|condensed|transcribed|shortened)\b.{0,300}"
    r"|(?:you can |click (?:here )?to |please )?(?:read|find|download|view|get) (?:the |this |a |our )?"
    r"(?:full |complete |episode )?transcripts?\b.{0,200}"
    r"|(?:another|an additional|an? (?:full|edited|rough|partial|corrected)) transcript\b.{0,300}"
    rf"|(?:note|please note|disclaimer|warning)\b[:,]?.{{0,80}}\b(?:transcri|{_BY_MACHINE}).{{0,600}}"
    r"|(?:transcri(?:pt|ption)|text|captions?|subtitles?) (?:may|might|can) (?:contain|have|include)\b.{0,300}"
    rf"|(?:machine|auto|automatically|ai)[- ](?:generated|transcribed).{{0,200}}",
    re.IGNORECASE | re.DOTALL,
)
"""The same in words that somebody may say in a conversation about transcripts: at the edges of a page only."""
TAIL = re.compile(
    r"your email address will not be published.{0,100}|required fields are marked.{0,20}"
    r"|save my name, email.{0,120}|post comment|notify me of .{1,80}|this site uses akismet.{0,120}"
    r"|share this(?: (?:post|episode|article|page))?:?|click to (?:share|email|print).{0,120}"
    r"|like this:|like loading.{0,5}|related(?: (?:posts|episodes|articles)):?|you (?:may|might) also like.{0,40}"
    r"|(?:previous|next|older|newer) (?:post|episode|article|entrie|entry)s?(?:[:\s].{0,120})?"
    r"|(?:posted|filed|published) (?:in|by|on|under):? .{1,120}|tagged(?: with)?:? .{1,120}"
    r"|(?:categories|tags):.{0,120}"
    r"|(?:proudly )?powered by .{1,60}|privacy policy.{0,80}|terms (?:of (?:use|service)|and conditions).{0,80}"
    r"|cookie (?:policy|settings).{0,40}|skip to content|back to top|[←→«»‹›] ?.{1,120}|.{1,120} ?[→»›]"
    r"|(?:sign up for|subscribe to) (?:our|the|my) (?:.{0,30}newsletter|mailing list).{0,80}"
    r"|download (?:the |this )?(?:transcript|pdf|episode).{0,40}"
    r"|(?:subscribe|listen|watch|follow|abonnieren|anhören|escuchar)\b[^|]{0,60}\|.{1,160}"
    r"|(?:(?:theme|intro|outro|opening|closing) )?music(?: by |: ?[\"“'*]).{1,160}"
    r"|(?:produced|edited|mixed|mastered|engineered|recorded) by .{1,80}"
    r"|(?:support|follow|find|join) (?:us|me|the show|this show|the podcast|our \w{1,20}) (?:on|at|via) .{0,80}https?://\S{1,200}"
    r"|ihre e-mail-adresse wird nicht veröffentlicht.{0,120}"
    r"|votre adresse e-mail ne sera pas publiée.{0,120}|tu dirección de correo electrónico no será publicada.{0,120}",
    re.IGNORECASE | re.ASCII,
)
WEAK_TAIL = re.compile(
    r"(?:name|email|website|comment)s? ?\*?|share(?: on .{1,30})?|like|reply|more|related|x|facebook|twitter|linkedin"
    r"|reddit|email|print|tweet|pinterest|whatsapp|pocket|next|previous|embed|copy(?: link)?|download|subscribe"
    r"|threads"
    r"|bluesky|mastodon|telegram|save|report|rss|top|menu|search",
    re.IGNORECASE | re.ASCII,
)
"""Lines of a page's footer that could also be turns of one word: dropped only next to unambiguous ones."""
MENU = re.compile(
    r"(?:(?:home|about(?: us)?|contact(?: us)?|episodes?|podcasts?|shows?|blog|news|shop|store|search|menu"
    r"|log ?in|sign (?:in|up)"
    r"|register|subscribe|archives?|donate|support|faqs?|help|more|team|press|events?|members?|account|start"
    r"|startseite|über"
    r" uns|kontakt|folgen|archiv|suche|accueil|à propos|inicio|acerca de|contacto|skip to (?:main )?content"
    r"|toggle navigation"
    r"|transcripts?|newsletter)[\s|/·•>»,-]*){1,20}"
    r"|by [^\W\d_][^|]{1,80}(?:\||•|·)[^|].{1,120}|[0-9]{1,3} min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
"""The menu of a page, and the line with its author and date."""
