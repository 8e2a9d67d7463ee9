"""Vietnamese words that names are read by: class nouns, callings, fields of work, small words.

All in lower case, with their marks; phrases are parted by `|`.
"""

from ingestd.extraction.languages.pack import Head, phrases, words

_FIRMS = phrases("""
liên danh|liên danh nhà thầu|tổ hợp|nhà thầu phụ|công ty|tổng công ty|tập đoàn|ngân hàng|hãng|hãng phim|hãng hàng không|hãng luật|hãng xe|hãng dược|hãng tàu|doanh nghiệp|doanh nghiệp tư nhân|xí nghiệp|
cty|ctcp|công ty cổ phần|công ty cp|công ty tnhh|công ty tnhh mtv|công ty tnhh một thành viên|công ty trách nhiệm hữu hạn|công ty cổ phần tập đoàn|công ty con|công ty mẹ|
công ty trách nhiệm hữu hạn một thành viên|tổng công ty cổ phần|tổng công ty cp|tập đoàn cp|tập đoàn cổ phần|công ty hợp danh|tổng ctcp|ctcp tập đoàn|
ngân hàng tmcp|ngân hàng thương mại cổ phần|ngân hàng thương mại|ngân hàng tnhh|ngân hàng tnhh mtv|công ty liên doanh|chuỗi siêu thị|siêu thị|
nhà xuất bản|nhà phát triển|nhà nhập khẩu|nhà xuất khẩu|nhà đóng tàu|nhà băng|nhà in|nhà buôn|hãng vận tải|hãng vận tải biển|hãng đóng tàu|nhà cung cấp|nhà phân phối|nhà thầu|nhà sản xuất|nhà mạng|nhà bán lẻ|nhà khai thác|công ty khởi nghiệp|startup|
chuỗi|chuỗi cửa hàng|sàn|sàn thương mại điện tử|ví điện tử|nền tảng|chủ đầu tư|quỹ đầu tư|công ty quản lý quỹ|quỹ|hệ thống bán lẻ|nông trường|lâm trường|
hãng bay|hãng công nghệ|hãng dược phẩm|hãng chip|hãng thép|hãng bảo hiểm|công ty chứng khoán|công ty bảo hiểm|công ty tài chính|công ty dược|đơn vị|đối tác|thương hiệu|hãng giày|hãng sữa|
hãng bia|hãng phần mềm|hãng viễn thông|hãng điện tử|hãng ô tô|hãng ôtô|hãng xe điện|hãng pin|hãng năng lượng|hãng dầu khí|hãng mỹ phẩm|hãng thời trang|hãng truyền thông|hãng trò chơi|hãng game|hãng máy bay|hãng du thuyền|
hãng bán lẻ|hãng thực phẩm|hãng vũ khí|hãng đồ uống|hãng tua bin|hãng robot|hãng bán dẫn|hãng logistics|hãng giao hàng|hãng gọi xe|hãng container|hãng vật liệu|hãng hóa chất|hãng khai khoáng|hãng luyện kim|
công ty bảo hiểm nhân thọ|công ty công nghệ|công ty năng lượng|công ty dầu khí|công ty cho thuê máy bay|công ty fintech|công ty tnhh một thành viên mtv|công ty đại chúng|công ty niêm yết|công ty quản lý tài sản|
tập đoàn đa quốc gia|tập đoàn công nghệ|tập đoàn bán lẻ|tập đoàn bảo hiểm|tập đoàn y tế|tập đoàn vật liệu|tập đoàn thực phẩm|tập đoàn dược phẩm|tập đoàn năng lượng|tập đoàn dầu khí|tập đoàn hóa chất|tập đoàn khai khoáng|tập đoàn giáo dục|
nhà máy đóng tàu|xưởng đóng tàu|cảng quốc tế|ngân hàng số|ngân hàng đầu tư|ngân hàng thương mại nhà nước|quỹ ngoại|quỹ nội|quỹ đầu tư mạo hiểm|quỹ đầu tư tư nhân|quỹ hưu trí|quỹ đầu tư quốc gia|quỹ đầu tư mạo hiểm|
nhà vận hành|nhà điều hành|nhà chế tạo|nhà khai khoáng|nhà quản lý quỹ|nhà tổ chức|nhà đầu tư|nhà sáng chế|tổng thầu|nhà thầu chính|tổng đại lý|đại lý|chuỗi nhà thuốc|chuỗi cà phê|chuỗi bán lẻ|chuỗi khách sạn|chuỗi rạp|chuỗi phòng khám|
hệ thống siêu thị|hệ thống phòng khám|hệ thống cửa hàng|đơn vị thành viên|công ty thành viên|công ty khai thác|công ty phát triển|công ty xây dựng|công ty vận tải|công ty phần mềm|công ty sản xuất|công ty thương mại|công ty dịch vụ
""")
_BODIES = phrases("""
bộ|tổng cục|cục|vụ|sở|ban|ban quản lý|ủy ban|uỷ ban|ủy ban nhân dân|uỷ ban nhân dân|ubnd|hđnd|hội đồng nhân dân|văn phòng|tòa án|tòa án nhân dân|viện kiểm sát nhân dân|
tòa án nhân dân cấp cao tại|tổng lãnh sự quán|đại sứ quán|thanh tra|công an|kho bạc|kiểm toán|bộ tư lệnh|quân chủng|hải quân|chi cục|phòng|
tand|tandtc|vksnd|tòa|toà|tòa kinh tế|tòa hành chính|tòa phúc thẩm|ngân hàng nhà nước|ngân hàng trung ương|tòa án kinh tế|hội đồng bảo an|hội đồng liên bang|duma|thượng viện|hạ viện|hội đồng cạnh tranh|tổng thanh tra|kiểm toán nhà nước|bảo hiểm xã hội|cơ quan|ban quản lý dự án|ban quản lý các khu công nghiệp|ban quản lý khu kinh tế|thương vụ|lãnh sự quán|phái đoàn|hạm đội|bộ quốc phòng|tập đoàn quân sự|hội đồng nhân dân tỉnh|kho bạc nhà nước|cục thuế|đoàn thanh tra
""")
_ORGANIZATIONS = phrases("""
hiệp hội|hội|liên hiệp hội|liên đoàn|liên minh|tổ chức|quỹ học bổng|quỹ từ thiện|quỹ bảo trợ|trường|trường đại học|đại học|học viện|trường cao đẳng|trường thpt|
viện|viện nghiên cứu|bệnh viện|trường tiểu học|trường mầm non|trường trung học|trường trung học cơ sở|trường trung học phổ thông|trường thcs|trạm y tế|nhà trẻ|mái ấm|phòng khám|bệnh viện đa khoa|trung tâm|câu lạc bộ|clb|đội bóng|hợp tác xã|htx|phòng thương mại|phòng thương mại và công nghiệp|
mặt trận|đảng|đoàn|hội nông dân|hội liên hiệp|tổng liên đoàn|sở giao dịch chứng khoán|ngân hàng phát triển|ngân hàng thế giới|ngân hàng đầu tư|báo|tạp chí|đài|đài truyền hình|
đài tiếng nói|thông tấn xã|hãng tin|hãng thông tấn|tờ|tuần báo|nhật báo|bảo tàng|nhà hát|thư viện|cộng đồng|diễn đàn kinh tế|liên hợp quốc|công đoàn|nghiệp đoàn|sàn giao dịch|sàn giao dịch hàng hóa|sở giao dịch hàng hóa|sở giao dịch|trung tâm trọng tài|ban tổ chức|trung tâm nghiên cứu|trung tâm y tế|viện hàn lâm|học viện công nghệ|trường cao đẳng nghề|quỹ phát triển|quỹ nhi đồng|quỹ bảo vệ|quỹ hỗ trợ|quỹ khuyến học|cơ sở|thông tấn
""")
_PLACES = phrases("""
khu dân cư|khu phức hợp|khu nghỉ dưỡng|khu du lịch|khu đô thị mới|khu thương mại tự do|đặc khu|vườn quốc gia|khu bảo tồn|bến cảng|bến xe|nhà ga|cù lao|tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|thôn|làng|bản|ấp|đảo|quần đảo|sông|núi|hồ|vịnh|biển|cảng|cảng biển|sân bay|khu công nghiệp|kcn|
khu kinh tế|khu đô thị|khu căn hộ|khu công nghệ cao|khu chế xuất|cụm công nghiệp|cửa khẩu|đường|phố|quốc lộ|bang|vùng|thủ đô|miền|mỏ|cầu|khu phố|nước|bán đảo|cao nguyên|ga|hầm|đại lộ|khu
""")
_PRODUCTS = phrases("""
thuốc|thuốc hít|vắc-xin|vắc xin|vaccine|vắcxin|sản phẩm|mẫu xe|dòng xe|xe|máy bay|phần mềm|ứng dụng|loạt phim|bộ phim|phim|cuốn sách|trò chơi|tên lửa|tàu ngầm|trực thăng|
chip|dòng chip|mẫu máy|điện thoại|máy tính|hoạt chất|giống lúa|giống|tàu nghiên cứu|tàu chở dầu|tàu hàng|tàu container|tàu khách|chiếc phà|chiếc tàu|chiếc du thuyền|du thuyền|con tàu|vở kịch|ca khúc|bài hát|tiểu thuyết|mô hình|hệ điều hành|dòng máy|thuốc tiêm|thuốc điều trị|thuốc trị|thuốc chống|thuốc kháng|thuốc giảm|thuốc uống|vắc xin phòng|vắc xin ngừa|viên uống|dòng sản phẩm|hệ thống phần mềm|mô hình ngôn ngữ|tên lửa đẩy|vệ tinh|máy bay không người lái|drone|radar|xe tăng|xe bọc thép|pháo|tàu tuần tra|tàu hộ vệ|sữa bột|giống ngô|giống cà phê|viên nén|kháng thể|máy chủ|tàu|xe điện
""")
_VOID = phrases("""
đối tác chiến lược|quan hệ đối tác|quan hệ|chiến lược|festival|liên hoan|liên hoan phim|tuần lễ|ngày hội|đêm nhạc|hành trình|cuộc đua|giải chạy|giải marathon|giải đấu|giải bóng đá|giải thể thao|vòng chung kết|thế vận hội|sea games|hội thi|lễ trao giải|đại hội|phiên họp|kỳ họp|khóa học|học phần|cao tốc|tuyến cao tốc|đường cao tốc|tuyến metro|metro|gói thầu|hợp phần|đường dây|trạm biến áp|cụm dự án|tổ hợp dự án|tổ hợp hóa dầu|hiệp định|nghị định|nghị quyết|nghị định thư|luật|giải|giải vô địch|cúp|hội nghị|diễn đàn|triển lãm|hội chợ|lễ hội|đề án|dự án|kế hoạch|chương trình|chiến dịch|quyết định|
thông tư|hiến pháp|tuyên bố|chiến tranh|ngày|tháng|tết|giải thưởng|cuộc thi|hội thảo|sự kiện|công ước|nghị định số|tòa nhà|cao ốc|khách sạn|nhà máy|thủy điện|nhiệt điện
""")

_KINDS: tuple[tuple[Head, frozenset[str]], ...] = (
    ("product", _PRODUCTS),
    ("void", _VOID),
    ("place", _PLACES),
    ("company", _FIRMS),
    ("public_body", _BODIES),
    ("organization", _ORGANIZATIONS),
)
HEADS: dict[str, Head] = {noun: kind for kind, nouns in _KINDS for noun in sorted(nouns)}
"""Class nouns in front of names, and what they make of them."""

APPOSED = phrases(
    "hãng tin|hãng thông tấn|startup|công ty khởi nghiệp|hãng|nhà phát triển|nhà nhập khẩu|nhà xuất khẩu|nhà đóng tàu|nhà băng|nhà buôn|hãng vận tải|hãng vận tải biển|hãng đóng tàu|nhà cung cấp|nhà phân phối|nhà thầu|nhà thầu phụ|nhà sản xuất|nhà mạng|nhà bán lẻ|nhà khai thác|chuỗi siêu thị|siêu thị|chuỗi|chuỗi cửa hàng|"
    "sàn|sàn thương mại điện tử|ví điện tử|nền tảng|chủ đầu tư|hệ thống bán lẻ|đơn vị|đối tác|thương hiệu|công ty con|công ty mẹ|hãng bay|hãng công nghệ|hãng xe|hãng dược|hãng tàu|hãng chip|"
    "hãng thép|hãng giày|hãng sữa|doanh nghiệp|liên danh|liên danh nhà thầu|tổ hợp|nhà vận hành|nhà điều hành|nhà chế tạo|nhà khai khoáng|nhà quản lý quỹ|nhà tổ chức|nhà đầu tư|tổng thầu|nhà thầu chính|tổng đại lý|đại lý|đơn vị thành viên|công ty thành viên"
)
"""Class nouns that only describe, even where a capital begins the sentence."""

SHORT_NOUNS = words("trường hội đoàn ban đảng báo đài tờ vụ phòng")
"""Class nouns of one syllable that many names begin with, too."""

ACTIONS = phrases("""
ký|mua|bán|góp|đạt|công bố|đầu tư|rót|chuyển nhượng|thâu tóm|hợp tác|sở hữu|sản xuất|cung cấp|xuất khẩu|khánh thành|khởi công|ra mắt|niêm yết|huy động|phát hành|lãi|lỗ|nắm|giữ|
nhận|giao|bàn giao|vận hành|khai thác|phân phối|thuê|vay|trả|nộp|thành lập|đàm phán|chấm dứt|mở|xây|tăng|giảm|thu|cung ứng|nhập khẩu|đặt hàng|triển khai|tuyển|sáp nhập|thoái
""")
"""What firms do, rather than persons and places."""

TENSES = words("đã sẽ vừa đang cũng vẫn mới sắp từng lại chính thức hiện còn muốn")

ALONE: dict[str, Head] = dict.fromkeys(
    phrases(
        "quốc hội|chính phủ|nhà nước|bộ chính trị|văn phòng chính phủ|nhà trắng|lầu năm góc|ngân hàng nhà nước|"
        "hội đồng liên bang|duma quốc gia|điện kremlin|trung ương đảng|tòa án nhân dân cấp cao|tòa án nhân dân tối cao|tand cấp cao|tand tối cao|viện kiểm sát nhân dân tối cao|viện kiểm sát nhân dân cấp cao|"
        "mặt trận tổ quốc|ban bí thư|quân ủy trung ương"
    ),
    "public_body",
)
"""Bodies whose class noun is their whole name, in capitals."""

TITLES = words("ông bà anh chị cô chú bác cậu em thầy cụ ngài ts gs pgs ths bs ks")
"""Kinship words and degrees that stand in front of persons alone."""

ROLES = phrases("""
tổng giám đốc|phó tổng giám đốc|giám đốc|phó giám đốc|giám đốc điều hành|chủ tịch|phó chủ tịch|chủ tịch hội đồng quản trị|chủ tịch hđqt|phó chủ tịch hđqt|
chủ tịch kiêm tổng giám đốc|chủ tịch hội đồng thành viên|phó chủ tịch hội đồng quản trị|thành viên hđqt|thành viên hội đồng quản trị|chủ tịch hđtv|quyền tổng giám đốc|
bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|tổng thống|phó tổng thống|chủ tịch nước|phó chủ tịch nước|chủ tịch quốc hội|phó chủ tịch quốc hội|tổng bí thư|bí thư|phó bí thư|
đại sứ|công sứ|tổng lãnh sự|tham tán|đại biện|đặc phái viên|ngoại trưởng|thống đốc|phó thống đốc|thị trưởng|nghị sĩ|đại biểu|quốc vụ khanh|quốc vương|nữ hoàng|thái tử|
cục trưởng|phó cục trưởng|vụ trưởng|phó vụ trưởng|tổng cục trưởng|viện trưởng|phó viện trưởng|hiệu trưởng|phó hiệu trưởng|chánh án|phó chánh án|chánh văn phòng|chánh thanh tra|
trưởng ban|phó trưởng ban|phó ban|trưởng phòng|phó trưởng phòng|trưởng đại diện|trưởng khoa|trưởng đoàn|trưởng bộ phận|trưởng nhóm|tổng thư ký|thư ký|tổng biên tập|phó tổng biên tập|
kế toán trưởng|kiến trúc sư trưởng|kỹ sư trưởng|kinh tế trưởng|nhà sáng lập|đồng sáng lập|người sáng lập|sáng lập|nhà sản xuất|đạo diễn|người phát ngôn|phát ngôn viên|đại diện|
thẩm phán|luật sư|cổ đông|nhà đầu tư|huấn luyện viên|huấn luyện viên trưởng|hlv|hlv trưởng|thủ môn|tiền đạo|tiền vệ|hậu vệ|trung vệ|cầu thủ|đội trưởng|tay vợt|vận động viên|
bác sĩ|dược sĩ|kỹ sư|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|chuyên gia|nhà nghiên cứu|nhà báo|nhà văn|nhà thơ|nhạc sĩ|ca sĩ|nghệ sĩ|diễn viên|họa sĩ|cô giáo|thầy giáo|nông dân|ngư dân|
đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|tư lệnh|tổng tư lệnh|chỉ huy|thuyền trưởng|phi công|
nhà phân tích|trưởng bộ môn|doanh nhân|tỷ phú|chủ|chủ tiệm|chủ cửa hàng|chủ nhiệm|phó chủ nhiệm|ceo|cfo|cto|coo|lãnh đạo|điều phối viên|quản lý|quản đốc|tổng quản lý|trợ lý|cố vấn|tổ trưởng|
phụ trách|người phụ trách|nhà khoa học|người đứng đầu|người điều hành|người lập|người lập ra|người lãnh đạo|người cầm lái|người cầm trịch|người dẫn dắt|người quản lý|người chèo lái|người gây dựng|người tiếp quản|người đồng sáng lập|đồng chủ tịch|ông chủ|bà chủ|nữ chủ nhân|chủ nhân|chủ sở hữu|nhà đồng sáng lập|người trông coi|người dạy|giáo viên|phát ngôn|nữ phát ngôn viên|thành viên sáng lập|nhà kinh tế|kinh tế gia|chuyên viên|chiến lược gia|nhà quản lý|nữ giám đốc|nữ tổng giám đốc|nữ chủ tịch|nghiên cứu viên|giảng viên|sinh viên|học sinh|công nhân|kiểm toán viên|người đại diện|nhân viên|cán bộ|linh mục|thượng tọa|hòa thượng|
đối tác điều hành|đối tác quản lý|đối tác sáng lập|đối tác cấp cao|đối tác tư vấn|phó chủ tịch cấp cao|phó chủ tịch điều hành|phó chủ tịch thường trực|phó tổng giám đốc thường trực|tổng giám đốc điều hành|
trưởng nhóm nghiên cứu|trưởng dự án|giám đốc dự án|phó hội trưởng|hội trưởng|tổng thanh tra|phó tổng thanh tra|kiểm sát viên|công tố viên|tổng công trình sư|
phó đại sứ|tham tán thương mại|tham tán công sứ|lãnh sự|bí thư thứ nhất|bí thư tỉnh ủy|phó bí thư tỉnh ủy|ủy viên|ủy viên ban chấp hành|phó thống đốc thường trực|trợ lý tổng thống|cố vấn cấp cao|cố vấn kinh tế trưởng|kinh tế gia trưởng|
nhà phân tích cấp cao|chuyên gia phân tích|chuyên gia kinh tế|chuyên gia tư vấn|nhà đàm phán|người đại diện theo pháp luật|đại diện pháp luật|trưởng đại diện thường trú|
nhà thiết kế|nhà tư vấn|kiến trúc sư|nhà thám hiểm|phi hành gia|biên tập viên|phóng viên|tổng đạo diễn|giám đốc âm nhạc|nhà quay phim|phó giáo sư tiến sĩ|viện sĩ|dược sĩ trưởng|điều dưỡng trưởng|
cựu chủ tịch|cựu tổng giám đốc|cựu thủ tướng|cựu tổng thống|cựu bộ trưởng|tân chủ tịch|tân tổng giám đốc|quyền giám đốc|quyền chủ tịch|quyền bộ trưởng|phó ceo|đồng ceo|cmo|cio|chro|cso|cpo|managing director|tổng lãnh đạo
""")
"""What people are called by for what they do; the longest that fits is meant."""

DEGREES = phrases("""
bác sĩ|dược sĩ|kỹ sư|giáo sư|phó giáo sư|tiến sĩ|thạc sĩ|cô giáo|thầy giáo|luật sư|doanh nhân|tỷ phú|nghệ sĩ|nông dân|công nhân|người đại diện|đại diện|cổ đông|lãnh đạo|chủ
""")
"""Callings that a post says more than."""

DUTIES = phrases("""
thu mua|công nghệ|tài chính|kinh doanh|tiếp thị|marketing|điều hành|vận hành|nhân sự|pháp chế|đối ngoại|chiến lược|phát triển sản phẩm|phát triển kinh doanh|phát triển|sản xuất|kỹ thuật|
phát triển thị trường|thị trường|khu vực|thường trực|truyền thông|bán hàng|mua hàng|chuỗi cung ứng|sáng tạo|thiết kế|khối bán lẻ|quốc gia|toàn cầu|đầu tư|quản lý|an ninh|dự án|
chuyển đổi số|phụ trách tài chính|phân tích|thương mại|khai thác|phân tích thị trường|bất động sản|năng lượng|khối khách hàng lớn|khối doanh nghiệp|điều hành cấp cao|cấp cao|thông tin|nghiên cứu và phát triển|nghiên cứu|nội dung|khách hàng|thứ nhất|chuyên trách
""")
"""What a post is for, behind its title."""

SURNAMES = words("""
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn trịnh trương mai lương cao chu hà lâm lưu tạ tô tống thái vương la quách tăng
kiều nghiêm phùng bạch hứa khuất ninh diệp triệu quan vi lục từ mạc thạch ôn mã khổng châu văn tôn doãn đàm đồng giang hàn kim lại lò mẫn nông phí quản sầm thân thi tiêu
kha khương khúc cung tào vưu hoắc ca lỗ
trà viên bế cấn cù chử đậu đới hạ lã liêu nhâm âu ung tiết trang thiều đoan giáp ngụy phó vòng lường
""")

FIELDS = phrases("""
năng lượng|cơ khí|xây dựng|công nghệ|thông tin|viễn thông|phần mềm|dược phẩm|thực phẩm|nông nghiệp|nông sản|lâm nghiệp|thủy sản|thuỷ sản|hải sản|môi trường|tài nguyên|
tài nguyên và môi trường|công thương|công nghiệp|thương mại|dịch vụ|du lịch|vận tải|hàng hải|hàng không|đường sắt|đường bộ|điện lực|dầu khí|khí đốt|than|khoáng sản|
hóa chất|hoá chất|phân bón|thép|xi măng|vật liệu|bất động sản|địa ốc|đầu tư|phát triển|chứng khoán|bảo hiểm|tài chính|kế hoạch|kế hoạch và đầu tư|ngoại giao|quốc phòng|an ninh|
nội vụ|tư pháp|y tế|giáo dục|đào tạo|văn hóa|văn hoá|thể thao|truyền thông|khoa học|lao động|xã hội|thương binh|lao động - thương binh|dân tộc|tôn giáo|hải quan|thuế|quản lý|cạnh tranh|quốc gia|
người tiêu dùng|tiêu dùng|bảo vệ|bán lẻ|bán buôn|xuất nhập khẩu|xuất khẩu|nhập khẩu|sản xuất|chế biến|đóng tàu|ô tô|xe máy|điện tử|điện máy|điện gió|điện mặt trời|thủy điện|nhiệt điện|
cấp nước|thoát nước|nước sạch|môi sinh|logistics|kho vận|cảng|cảng cạn|cảng biển|sân bay|bưu chính|bưu điện|truyền hình|điện ảnh|giải trí|quảng cáo|dệt may|may mặc|da giày|giày dép|
chăn nuôi|trồng trọt|trái cây|rau quả|sầu riêng|thanh long|xoài|lúa gạo|gạo|cà phê|cao su|hồ tiêu|chè|mía đường|đường|sữa|bia|rượu|nước giải khát|giấy|gỗ|nội thất|nhựa|bao bì|
thủy tinh|gốm sứ|bóng đá|bóng chuyền|bóng rổ|bơi lội|học bổng|từ thiện|nhân dân|phụ nữ|thanh niên|nông dân|cựu chiến binh|doanh nghiệp|doanh nhân|luật gia|nhà báo|nhà văn|kế toán|
kiểm toán|kiểm định|tư vấn|thiết kế|kiến trúc|quy hoạch|hạ tầng|giao thông|giao thông vận tải|đô thị|nhà ở|kỹ thuật|kỹ thuật số|chuyển đổi số|dữ liệu|số|bán dẫn|vi mạch|pin|ắc quy|
thiết bị|thiết bị y tế|sinh học|vắc-xin|vắc xin|sinh phẩm|thú y|bảo vệ thực vật|giống cây trồng|nông thôn|phát triển nông thôn|thống kê|tần số|an toàn|phòng chống|dự trữ|nhà nước|
tiết kiệm|tín dụng|hợp tác|hữu nghị|quốc tế|trung ương|quân đội|hải quân|không quân|phòng không|công binh|tổng hợp|đa khoa|nhi đồng|phụ sản|ung bướu|lao phổi|tim mạch|bách khoa|
kinh tế|kinh doanh|sư phạm|ngoại thương|mỹ thuật|âm nhạc|sân khấu|xuất bản|thời trang|mỹ phẩm|trang sức|vàng bạc|đá quý|chứng nhận|đo lường|chất lượng|sở hữu trí tuệ|phim|ngân hàng|
quản lý dược|dược|trồng rừng|cây xanh|vệ sinh|chiếu sáng|lắp máy|cầu đường|công trình|thi công|nền móng|cơ điện|điện lạnh|gia dụng|hàng tiêu dùng|ẩm thực|nhà hàng|khách sạn|
truyền tải điện|truyền tải|phát điện|lọc dầu|hóa dầu|lọc hóa dầu|xăng dầu|gas|khí|tàu thủy|vận tải biển|vận tải bộ|hạt giống|muối|nước mắm|đồ uống|thức ăn chăn nuôi|gia cầm|trứng|
điều hành|vận hành|nhân sự|tiếp thị|pháp chế|đối ngoại|chiến lược|sản phẩm|phát triển sản phẩm|thị trường|phát triển thị trường|khu vực|thường trực|kỹ thuật sản xuất|đối tác|chung|
quân sự|hậu cần|biên phòng|cảnh sát|phòng cháy|chữa cháy|tình báo|chính trị|dân vận|tuyên giáo|kiểm tra|tổ chức|thủy lợi|đê điều|khí tượng|thủy văn|địa chất|bản đồ|viễn thám|
đổi mới|sáng tạo|đổi mới sáng tạo|tăng trưởng|bền vững|khởi nghiệp|thịnh vượng|bảo lãnh|mạo hiểm|nhân đạo|chữ thập đỏ|người cao tuổi|người khuyết tật|trẻ em|thiếu nhi|sinh viên|học sinh|
văn học|nghệ thuật|lịch sử|triết học|toán học|vật lý|hóa học|y học|y dược|dân số|gia đình|cứu trợ|cứu hộ|cứu nạn|khuôn mẫu|lốp|thương mại điện tử|thanh toán|giao hàng|chuyển phát|
bao thanh toán|kỹ nghệ|nghề nghiệp|dạy nghề|việc làm|đất đai|nhà đất|kiến thiết|xổ số|dược liệu|gia vị|nông dược|nông hóa|giống|thủy lực|hơi|khí công nghiệp|quặng|bánh kẹo|thang máy|lương thực|hải dương|hải dương học|đại dương|cơ giới|điện cơ|nước khoáng|thuốc lá|dầu thực vật|dầu ăn|tàu biển|du thuyền|cáp điện|dây cáp|đông lạnh|đồng|nhôm|kẽm|thiếc|
các nhà bán lẻ|các nhà sản xuất|các nhà xuất khẩu|các nhà đầu tư|các nhà phân phối|các doanh nghiệp|các ngân hàng|hàng tiêu dùng nhanh|vũ trụ|nguyên tử|hạt nhân|năng lượng nguyên tử|tái tạo|năng lượng tái tạo|trí tuệ nhân tạo|an ninh mạng|trò chơi|phát thanh|thông tấn|báo chí|in ấn|ấn phẩm|đường thủy|đường thuỷ|đường thủy nội địa|cảng hàng không|vận tải hàng không|hàng không vũ trụ|công nghiệp quốc phòng|chế biến gỗ|
chế biến thực phẩm|chế biến thủy sản|nông lâm nghiệp|lâm sản|thủy điện nhỏ|năng lượng sạch|năng lượng xanh|điện khí|khí hóa lỏng|khoáng chất|luyện kim|luyện thép|kim loại|quặng sắt|bauxite|nhôm kính|niken|lithium|đất hiếm|titan|
thương mại và đầu tư|đầu tư và phát triển|đầu tư và xây dựng|xây dựng và thương mại|thương mại dịch vụ|thương mại và dịch vụ|sản xuất và thương mại|thương mại và công nghiệp|phát triển hạ tầng|phát triển đô thị|phát triển công nghiệp|hạ tầng kỹ thuật|
bất động sản công nghiệp|khu công nghiệp|quản lý tài sản|quản lý quỹ|quản lý đầu tư|tài chính tiêu dùng|bảo hiểm nhân thọ|bảo hiểm phi nhân thọ|cho thuê tài chính|cho thuê máy bay|thẩm định giá|giám định|đấu giá|xử lý nước|xử lý chất thải|tái chế|môi trường đô thị|
thức ăn nhanh|bán lẻ điện máy|nhà thuốc|dược mỹ phẩm|trang thiết bị y tế|công nghệ sinh học|công nghệ thông tin|công nghệ cao|công nghệ số|trí tuệ|phần cứng|máy tính|trung tâm dữ liệu|điện toán đám mây|an toàn thông tin|viễn thông quân đội|truyền thông đa phương tiện|
giáo dục đào tạo|giáo dục và đào tạo|khoa học và công nghệ|nông nghiệp và môi trường|công nghiệp và thương mại|văn hóa thể thao|thể dục thể thao|cứu hỏa|kiểm lâm|kiểm ngư|sầu riêng|hạt điều|điều|bông|sợi|vải|may|dệt|ca cao|cacao|gia vị|tiêu|mắc ca|cá tra|tôm|cà phê - ca cao|gỗ và lâm sản|túi xách|da giày - túi xách|giày dép|giấy và bột giấy|đồ gỗ|nến|gạch|ngói|gốm|kính|sơn|ống thép|tôn|dây điện|biến áp|
phát triển châu á|tài chính vi mô|chứng khoán nhà nước|cạnh tranh quốc gia|dân sự|hình sự|biên giới|biển|hải đảo|khí hậu|thủ công mỹ nghệ|mỹ nghệ|du lịch biển|khách sạn và du lịch|vui chơi giải trí|tổ chức sự kiện|trung chuyển|giao nhận|kho bãi|kho lạnh|cảng container|bến xe|xe buýt|xe khách|xe điện|ô tô điện|phụ tùng|cơ khí chính xác|cơ khí chế tạo|khuôn|nhựa kỹ thuật
""")
"""Fields of work, as the names of firms and bodies hold them."""

STOPS = words("""
và với của cho là có được bị đã sẽ đang vẫn còn cũng rất không chưa chỉ các những một hai ba bốn năm sáu bảy tám chín mười này kia đó ấy khi nếu thì mà nên vì do bởi
tại ở trong ngoài trên dưới trước sau giữa từ đến tới về theo như cùng để nhằm qua vào ra lên xuống lại nữa hơn nhất mỗi mọi tất cả nhiều ít vừa mới từng luôn đều hãy đừng
ký nói biết phát nhận chia sẻ hay tuy ngay hiện nay hôm mai thứ ngày tháng quý tuần giờ phút sáng chiều tối bên đồng thời khẳng cam đạt vay rót giành gồm thuộc nhưng hoặc bằng
mua bán góp giữ lập chọn gọi đưa làm muốn cần phải định tính trả thu lãi lỗ tăng giảm mở đóng xây thuê bàn hứa nêu cho rằng thấy hỏi đáp kể viết cười gửi nộp rút đòi kiện
khởi phản bác cung tiếp tục tham dự chấp thuận từ chối đề nghị xuất ước nhấn lưu ý giải thích chốt chuyển phụ trách chế tạo công bố tổ chức quyết yêu cầu đồng ý thừa nhận nhận định
xác tuyên cảnh báo đánh giá kỳ vọng hy mong dùng bắt đầu kết thúc hoàn tất ra mắt giới thiệu sở hữu nắm nằm diễn trở thành bao gần khoảng đầu cuối cả riêng cùng lần lượt đôi khi lo chịu
dọc ven gồm trên vượt ghi tìm bày tỏ chúc mừng gặp thăm dự đón tiếp ủng hộ phủ bổ nhiệm bầu trúng thắng thua vừa qua đàm đăng khai trương giao phân phối triển ngừng dừng chấm hủy bồi thường khoác cho mượn
thông nhất trí thống thương thảo cấp hỗ trợ tài trao tặng đứng ngồi đi về đến bay chạy sống chết sinh thành mất xếp dỡ vốn trị mức giá
""") - words("đồng công thông tài thương đầu thành sinh kết xuất phát nhận chế chia hải vốn giá")  # fmt: skip
"""Words that belong to no name when written small."""

OPENERS = words("""
theo phía năm trong tại riêng cả với khi nếu sau trước bên ngoài hiện từ do vì ngày sáng chiều tối hôm các những một hai ba bốn sáu bảy tám chín mười nhưng tuy mặc dù tổng giá cổ phiếu
doanh phim ngành chuỗi lãi khoản mỗi mọi nhờ để qua về đây đó này song còn cũng vẫn đã đang sẽ chỉ không chưa có là và hay hoặc bởi mà thì như vậy cùng giữa đến tới lúc đầu cuối gần hơn khoảng ít nhiều vừa mới
ảnh nguồn bài đội hàng việc cuộc lễ buổi tuần tháng quý thông thương vụ thị trường nhà người dân ai gì sao đại diện cựu tân nguyên quyền sếp hãng nhóm khối vị lô dòng mẫu trận mùa vòng bàn
trị tỷ số quy mô kim ngạch lợi nhuận vốn thỏa hợp biên bản hai bên dự án sản phẩm phần dây chuyền nhiều vốn nợ cháu mẹ bố con vợ chồng gia đình dưới trên dọc khắp quanh suốt ngay kể
anh chị ông bà cô chú bác khách cổ đông chủ tin báo trang đài tờ khu nơi vùng miền cảng tàu xe máy ga cầu đường phố chợ hồ sông núi biển đảo hè thu đông xuân cuối đầu giữa thành
""") - words("trường hồ thu đông xuân thành hàng tân thông cầu sông hè quý báo hợp bản vị quyền khối vụ mai")  # fmt: skip
"""Words that take a capital where a sentence begins, in front of names."""

SEATS = words("tại ở từ đến tới sang qua về khắp quanh ngoài")
"""Small words in front of places."""

UNITS = words("""
mw kw gw kwh mwh gwh teu sim usd vnd eur gdp fdi oda ceo cfo cto ipo esg ai ct mri pc tv led lng lpg cng co2 iso tnhh tmcp cp mtv hđqt hđtv kcn kkt xhcn ubnd hđnd tphcm tp ii iii iv vi vii viii
ix xi xii i v x fta mou bot bt ppp epc eps m&a r&d b2b b2c 2g 3g 4g 5g 6g wifi gps vat pcr dna rna covid sars cov pm qr atm sms nft lcd oled cpu gpu ev suv it cntt thpt thcs xh tw qđ nđ kh ra wb km
ts gs pgs ths bs ks pgs.ts ksnd tand btc mtv ncs dn xn htx clb hlv u23 u21 u19 vđqg pv vov
""")
"""Units, degrees and forms in capitals: no names by themselves."""

LOANS = words("tua vắc ca xi ô ki mô tắc công ra ma pi găng ba ga líp pa na com tê ma-ra")
"""First syllables of loan words that a hyphen goes on with: "tua-bin", "vắc-xin", "công-ten-nơ"."""

LOAN_WORDS = words("""
container logistics startup video robot internet email website web online offline marketing vaccine vắcxin showroom resort villa shophouse condotel fintech blockchain bitcoin smartphone laptop tablet camera
drone pin chip sensor server cloud data big ai livestream covid omicron delta virus protein insulin vitamin gene marathon festival gala show concert album single rap pop rock jazz talkshow gameshow casino golf
tennis derby league cup playoff vip top series season sale voucher coupon combo menu buffet pizza burger sandwich bar pub club spa gym yoga massage taxi bus metro tram pallet blog blogger youtuber tiktoker
natri kali canxi magie clo flo brom iot crom mangan niken coban vonfram molypden photpho silic axit bazơ amoni nitrat sunfat cacbonat polyme polyester nilon cao-su melamine steroid vắc-xin omega enzym enzyme peptide lipid glucose
influencer fan sticker game gamer esports app apps trailer teaser poster banner logo brand retail franchise nickel lithium cobalt silicon graphite titan uranium hydro hydrogen methanol ethanol ammonia biogas
biomass carbon net zero green fed etf trust bond token crypto stablecoin margin index homestay motel penthouse duplex studio loft condo mall outlet minimart pharma clinic detox collagen serum test kit oxy ôxy
ôtô oto xe laser radar sonar lidar gps led lcd oled wifi bluetooth modem router switch hub port hotline call center coworking offshore onshore outsourcing freelancer manager leader mentor coach workshop webinar
""")
"""Loan words that name nothing where they open a sentence."""

NO_NAMES = words("series top vip hot online offline email web app fan show covid")
"""Loan words with a capital that name nothing."""

PORTFOLIOS = words("bộ thứ tham ngoại phó")
"""First words of callings that are told with their field: "Bộ trưởng Quốc phòng"."""

FOREIGN_FIRM = words("""
motors motor systems system foods food wind retail partners group holding holdings bank airlines airways energy power tech technology technologies soft software mart mobile telecom
pharma logistics shipping steel petroleum oil gas solar electric electronics semiconductor industries industry international global capital ventures investment investments fund insurance media
studio studios entertainment games pictures networks network labs lab biotech biologics chemicals chemical cement construction engineering resources mining minerals aerospace aviation
automotive auto digital data cloud solutions services service corporation company brothers properties land homes resorts hotels shipyard marine port ports terminals rail express united city marina bay airport beverage beverages seafood dairy farm farms agri health healthcare hospital hospitals education academy
aviation leasing lines line shipping container terminal textile textiles garment fashion toys sports realty development developments advisors advisory asset management securities finance financial credit pay
""")
FOREIGN_FORMS = words(
    "ag oy oyj inc ltd llc plc gmbh sa sas spa srl nv bv ab as asa kk co corp jsc pjsc ojsc bhd pte pty se ooo"
)
FOREIGN_JOINTS = words("of the de du des da do di van von der for and al el")

COMMON = phrases(
    "ý tưởng|ý kiến|ý nghĩa|ý định|ý chí|ý thức|áo dài|áo khoác|pháp luật|pháp lý|pháp nhân|đức tính|đức tin|mỹ thuật|mỹ phẩm|mỹ nhân|"
    "anh hùng|anh em|anh ấy|anh ta|anh chị|nga mi|bỉ ổi|úc kỳ|lào xào|áo giáp|ý muốn|ý đồ|pháp trị|pháp chế|pháp lệnh|séc khống"
)
"""Words that begin like the name of a country."""
