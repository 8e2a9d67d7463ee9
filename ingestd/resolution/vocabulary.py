"""Words that names are made of, in English, French, Vietnamese and Russian; all folded."""
# ruff: noqa: RUF001  Cyrillic is what these tables are about


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Longest first: a form inside a longer one must not be cut out of it.
LEGAL_FORMS = sorted(
    (
        "joint stock company", "private limited company", "limited liability company",
        "public joint stock company", "company limited", "private limited", "co ltd", "pte ltd",
        "sdn bhd", "jsc", "pjsc", "ojsc", "cjsc", "llc", "llp", "lp", "ltd", "limited", "co",
        "inc", "incorporated", "corp", "corporation", "plc", "bhd", "berhad", "ag", "sa", "s a",
        "sas", "sarl", "gmbh", "kg", "se", "nv", "n v", "bv", "b v", "spa", "s p a", "oy", "oyj",
        "ab", "asa", "tbk", "pvt", "kk", "company", "societe anonyme", "societe",
        "tong cong ty co phan", "cong ty trach nhiem huu han mot thanh vien",
        "cong ty trach nhiem huu han", "cong ty tnhh mtv", "cong ty tnhh", "cong ty co phan",
        "cong ty cp", "tong cong ty", "cong ty", "ctcp", "tnhh", "mtv",
        "ооо", "ао", "пао", "оао", "зао", "нао", "общество с ограниченнои ответственностью",
        "публичное акционерное общество", "акционерное общество", "компания", "фирма",
    ),
    key=lambda form: (-len(form), form),
)  # fmt: skip

# Left off only to find the same house under a shorter name; never alone a reason to link.
CLASS_NOUNS = sorted(
    ("group", "groupe", "holding", "holdings", "tap doan", "группа", "холдинг", "гк", "груп"),
    key=lambda noun: (-len(noun), noun),
)

HONORIFICS = _words(
    "mr mrs ms miss dr prof sir madam m mme mlle ong ba anh chi г н госпожа господин"
)
SMALL_WORDS = _words(
    "of the and for in on at to a an de du des la le les l d et pour en va cua ve cho "
    "и по в на о для при"
)

# Nouns that name a kind of house: alone, or with a country, they name none in particular.
GENERIC = _words(
    "ministry minister ministere министерство bo agency agence агентство government "
    "gouvernement правительство chinh phu company companies societe fund fonds фонд quy bank "
    "banque банк ngan hang group groupe council conseil совет committee comite комитет uy ban "
    "university universite университет plant factory usine завод nha may union association "
    "organization organisation corporation institute institut институт vien embassy ambassade "
    "посольство parliament parlement парламент court cour суд central national federal state "
    "delegation department departement авторитет authority autorite commission комиссия office "
    "bureau center centre центр trung tam school ecole hospital hopital police army party "
    "partner side partie сторона"
)


# One concept per line, first its key; the same in English, French, Vietnamese, Russian. Folded.
CONCEPTS = """
council: council conseil hoi_dong совет совета
federation: federation federal federale федерации федерация федеральное федеральныи lien_bang
assembly: assembly assemblee quoc_hoi собрание собрания
national: national nationale nationaux национальное национальныи национальная quoc_gia
ministry: ministry ministere bo министерство министерства минздрав
health: health sante y_te здравоохранения
foreign: foreign_affairs affaires_etrangeres ngoai_giao иностранных_дел
defence: defence defense quoc_phong обороны
finance: finance finances tai_chinh финансов
trade: trade commerce cong_thuong торговли
industry: industry industrie cong_nghiep промышленности
energy: energy energie nang_luong энергетики
agriculture: agriculture nong_nghiep сельского_хозяиства
transport: transport transportation transports giao_thong_van_tai транспорта
education: education giao_duc образования просвещения
science: science sciences khoa_hoc науки наук
technology: technology technologies technologie cong_nghe технологии
economy: economy economic economie kinh_te экономики экономического
development: development developpement phat_trien развития
investment: investment investments investissement investissements dau_tu инвестиции
planning: planning planification ke_hoach
justice: justice tu_phap юстиции
interior: interior internal_affairs interieur внутренних_дел
culture: culture van_hoa культуры
tourism: tourism tourisme du_lich туризма
embassy: embassy ambassade dai_su_quan посольство посольства
consulate: consulate consulat tong_lanh_su_quan консульство
government: government gouvernement chinh_phu правительство правительства
parliament: parliament parlement nghi_vien парламент парламента
senate: senate senat thuong_vien сенат
bank: bank banque ngan_hang банк банка
central: central centrale trung_uong центральныи
state: state etat nha_nuoc государственная государственныи государственнои
duma: duma douma дума думы
academy: academy academie vien_han_lam академия
committee: committee comite uy_ban комитет комитета
agency: agency agence co_quan агентство
chamber: chamber chambre phong палата
supreme: supreme toi_cao верховныи
court: court cour toa_an суд
prosecutor: procuratorate prosecutor_general parquet vien_kiem_sat прокуратура
"""
ARTICLES = _words("the le la les l")
OF = _words("of de du des d при cua thuoc")
IN = _words("in en at a au aux в tai o")
JOINING = _words("the and for le la les l et pour и по va ve on to")
