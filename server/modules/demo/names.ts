import type { Random } from './random.ts';

/** A name as its owner writes it, and in the letters of an e-mail address. */
type Word = { written: string; latin: string };
type Culture = { given: readonly (readonly Word[])[]; family: readonly (readonly Word[])[] };

const strokes: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', æ: 'ae', ß: 'ss', þ: 'th', ı: 'i' };
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Letters with marks to plain ones. German spells its umlauts out, others drop the dots. */
function plain(word: string, german: boolean): string {
  const lower = word.toLowerCase();
  const spelt = german ? lower.replaceAll(/[äöü]/g, (letter) => umlauts[letter]!) : lower;
  return spelt
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]/g, (letter) => strokes[letter] ?? '');
}

/**
 * `Anna Olga` or, where the script is another, `Анна:Anna`. A slash parts the forms of a man's and a woman's
 * family name; an underscore stands for a space.
 */
function words(list: string, german: boolean): Word[][] {
  return list.split(/\s+/).map((entry) =>
    entry.split('/').map((form) => {
      const [written = '', latin = written] = form.replaceAll('_', ' ').split(':');
      return { written, latin: plain(latin, german) };
    }),
  );
}
const culture = (women: string, men: string, family: string, german = false): Culture => ({
  given: [words(men, german).flat(), words(women, german).flat()],
  family: words(family, german),
});

// Common names only, put together at random: nobody in particular is meant.
export const cultures = {
  dutch: culture(
    'Sanne Fleur Lotte Anouk Marieke Femke Noor Esmée Roos Iris Maud Jasmijn Tess Renée Wietske Hanneke',
    'Daan Bram Sem Thijs Jeroen Ruben Sjoerd Maarten Wouter Joost Niels Pieter Gijs Koen Tijmen Hidde',
    'de_Vries van_den_Berg Bakker Visser Smit Meijer de_Boer Mulder Dekker Brouwer van_Leeuwen Hoekstra ' +
      'van_der_Meer Kuipers Postma Vermeulen van_Wijk Scholten Prins Huisman Dijkstra van_’t_Hof Blom Zijlstra',
  ),
  polish: culture(
    'Agnieszka Małgorzata Katarzyna Zofia Łucja Grażyna Elżbieta Hanna Bożena Kinga Dorota Żaneta Róża Jadwiga',
    'Paweł Michał Łukasz Krzysztof Wojciech Tomasz Grzegorz Stanisław Bartłomiej Józef Rafał Jędrzej Szymon Błażej',
    'Nowak Kowalczyk Wiśniewski/Wiśniewska Wójcik Zieliński/Zielińska Szymański/Szymańska Woźniak Kozłowski/Kozłowska ' +
      'Jankowski/Jankowska Mazur Krawczyk Piątek Grabowski/Grabowska Król Wieczorek Wróbel Jabłoński/Jabłońska ' +
      'Dąbek Stępień Sikora Gąsior Żak Ćwik Brzęczyszczykiewicz',
  ),
  german: culture(
    'Käthe Annegret Ulrike Sabine Frauke Grete Heike Mareike Birte Swantje',
    'Jürgen Björn Günther Matthias Torsten Sören Hauke Rüdiger Lothar Jörg',
    'Müller Schäfer Köhler Krüger Weiß Groß Jäger Böhm Hansen Petersen Lüders Möller Voß von_der_Brüggen-Hohenfels',
    true,
  ),
  english: culture(
    'Olivia Grace Hannah Charlotte Emily Megan Abigail Claire Heather Paige Brooke Naomi',
    'Ethan Liam Owen Nathan Connor Gavin Trevor Wesley Graham Dylan Craig Isaac',
    'MacKenzie Fraser Campbell Bennett O’Brien Sinclair Hughes Walker Reid Douglas Morrison Thompson Clarke Whitaker',
  ),
  french: culture(
    'Chloé Geneviève Élodie Maëlle Noémie Zoé Océane Hélène Françoise Aurélie',
    'Étienne François Jérôme Benoît René Loïc Frédéric Mathéo Gaël Aimé',
    'Tremblay Côté Gagné Bélanger Lévesque Bergeron Pelletier Bédard Désormeaux L’Écuyer Beauséjour Larivière',
  ),
  nordic: culture(
    'Åsa Ingrid Sólveig Märta Bjørg Þóra Kirsi Astrid Sigrún Linnéa',
    'Øyvind Søren Bjørn Åke Jørgen Þorsteinn Göran Ólafur Håkon Väinö',
    'Østergård Bjørnstad Sjöberg Ångström Sørensen Hämäläinen Þorláksdal Lindqvist Ødegård Nygård',
  ),
  iberian: culture(
    'Inês Begoña Conceição Lucía Mónica Joana Rocío Pilar',
    'João Íñigo Ramón Tomás Gonçalo Andrés Simão Joaquín',
    'García_Muñoz Gonçalves Núñez_de_la_Peña Magalhães Ibáñez Simões Conceição Peña Araújo Rodríguez_Ordóñez',
  ),
  turkish: culture(
    'Ayşe Gülşen Çiğdem Zeynep İpek Şule Özlem Elif',
    'Çağrı Oğuz İbrahim Ömer Barış Gökhan Şükrü Umut',
    'Yılmaz Çelik Öztürk Şahin Aydın Kılıç Güneş Doğan Koç Işık',
  ),
  vietnamese: culture(
    'Thị_Hương Ngọc_Ánh Thùy_Dương Bích_Phượng Mỹ_Linh Quỳnh_Như Thanh_Hằng Tuyết_Mai',
    'Văn_Đức Quốc_Bảo Minh_Tuấn Hữu_Phước Đình_Khôi Xuân_Trường Thế_Vinh Trọng_Nghĩa',
    'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Dương',
  ),
  ukrainian: culture(
    'Оксана:Oksana Наталія:Nataliia Людмила:Liudmyla Ірина:Iryna Ганна:Hanna Соломія:Solomiia Юлія:Yuliia Тетяна:Tetiana Зоряна:Zoriana',
    'Андрій:Andrii Олексій:Oleksii Тарас:Taras Богдан:Bohdan Юрій:Yurii Дмитро:Dmytro Василь:Vasyl Сергій:Serhii Євген:Yevhen',
    'Коваленко:Kovalenko Бондаренко:Bondarenko Ткачук:Tkachuk Олійник:Oliinyk Мельник:Melnyk Кравчук:Kravchuk ' +
      'Білоус:Bilous Гончар:Honchar Левицький:Levytskyi/Левицька:Levytska Яремко:Yaremko Щербак:Shcherbak',
  ),
  bulgarian: culture(
    'Десислава:Desislava Цветана:Tsvetana Мария:Maria Елица:Elitsa Радост:Radost Калина:Kalina',
    'Христо:Hristo Георги:Georgi Пламен:Plamen Стоян:Stoyan Цветан:Tsvetan Любомир:Lyubomir',
    'Иванов:Ivanov/Иванова:Ivanova Петров:Petrov/Петрова:Petrova Димитров:Dimitrov/Димитрова:Dimitrova ' +
      'Стоянов:Stoyanov/Стоянова:Stoyanova Ангелов:Angelov/Ангелова:Angelova',
  ),
  greek: culture(
    'Ελένη:Eleni Κατερίνα:Katerina Σοφία:Sofia Δήμητρα:Dimitra Αθηνά:Athina Χρυσούλα:Chrysoula',
    'Γιώργος:Giorgos Νίκος:Nikos Παναγιώτης:Panagiotis Χρήστος:Christos Σπύρος:Spyros Θανάσης:Thanasis',
    'Παπαδόπουλος:Papadopoulos/Παπαδοπούλου:Papadopoulou Βλάχος:Vlachos/Βλάχου:Vlachou ' +
      'Οικονόμου:Oikonomou Γεωργίου:Georgiou Καραγιάννης:Karagiannis/Καραγιάννη:Karagianni Νικολάου:Nikolaou',
  ),
  arabic: culture(
    'ليلى:Layla فاطمة:Fatima نور:Nour مريم:Maryam سلمى:Salma هدى:Huda ياسمين:Yasmin رانيا:Rania',
    'محمود:Mahmoud يوسف:Youssef خالد:Khaled عمر:Omar سامي:Sami طارق:Tariq حسين:Hussein بلال:Bilal',
    'الحسن:Alhassan المصري:Almasri حداد:Haddad الخطيب:Alkhatib منصور:Mansour النجار:Alnajjar ' +
      'عبد_الرحمن:Abdelrahman سليمان:Suleiman الزين:Alzein',
  ),
  hebrew: culture(
    'נועה:Noa תמר:Tamar מיכל:Michal יעל:Yael שירה:Shira אביגיל:Avigail',
    'דוד:David יוסף:Yosef אורי:Uri איתן:Eitan נדב:Nadav אלון:Alon',
    'כהן:Cohen לוי:Levi מזרחי:Mizrahi פרץ:Peretz ביטון:Biton פרידמן:Friedman שפירא:Shapira',
  ),
  chinese: culture(
    '秀英:Xiuying 静怡:Jingyi 丽娜:Lina 雨涵:Yuhan 晓燕:Xiaoyan 婷婷:Tingting 梦洁:Mengjie 芳:Fang',
    '伟:Wei 建国:Jianguo 志强:Zhiqiang 浩然:Haoran 明:Ming 俊杰:Junjie 宇轩:Yuxuan 文博:Wenbo',
    '王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 赵:Zhao 黄:Huang 周:Zhou 欧阳:Ouyang',
  ),
  japanese: culture(
    '陽子:Yoko さくら:Sakura 美咲:Misaki 結衣:Yui 真理子:Mariko 葵:Aoi ひかり:Hikari',
    '健太:Kenta 大輔:Daisuke 翔太:Shota 直樹:Naoki 拓海:Takumi 浩二:Koji マコト:Makoto',
    '佐藤:Sato 鈴木:Suzuki 高橋:Takahashi 田中:Tanaka 渡辺:Watanabe 山本:Yamamoto 小林:Kobayashi 斎藤:Saito',
  ),
  korean: culture(
    '지은:Jieun 서연:Seoyeon 민지:Minji 수빈:Subin 하윤:Hayun 예진:Yejin 은영:Eunyoung',
    '민수:Minsu 준호:Junho 지훈:Jihoon 성민:Seongmin 동현:Donghyun 태양:Taeyang 현우:Hyunwoo',
    '김:Kim 이:Lee 박:Park 최:Choi 정:Jeong 강:Kang 조:Cho 윤:Yoon 임:Lim',
  ),
  hindi: culture(
    'प्रिया:Priya अनिता:Anita सुनीता:Sunita कविता:Kavita दीपिका:Deepika मीरा:Meera नेहा:Neha रश्मि:Rashmi',
    'राजेश:Rajesh अमित:Amit विक्रम:Vikram संजय:Sanjay अर्जुन:Arjun रोहन:Rohan सुरेश:Suresh मनोज:Manoj',
    'शर्मा:Sharma वर्मा:Verma गुप्ता:Gupta सिंह:Singh पटेल:Patel मिश्रा:Mishra जोशी:Joshi चौधरी:Chaudhary',
  ),
} satisfies Record<string, Culture>;
export type CultureName = keyof typeof cultures;

/** Both names as written and in plain letters. */
export type PersonName = { first: string; last: string; firstLatin: string; lastLatin: string };

export function drawName(random: Random, from: CultureName): PersonName {
  const { given, family } = cultures[from];
  const sex = random.int(0, 1);
  const first = random.pick(given[sex]!);
  const forms = random.pick(family);
  const last = forms[sex] ?? forms[0]!;
  return { first: first.written, last: last.written, firstLatin: first.latin, lastLatin: last.latin };
}
