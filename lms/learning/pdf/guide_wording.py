"""The words of the trainer's guide in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideWording:
    name: str
    intro: str
    timing: str
    room: tuple[str, str]  # for one day, for more: {days}
    half_day: str
    morning: str  # {day}
    afternoon: str  # {day}
    module: str
    lessons: str
    sum: str
    begins: str
    what: str
    reading: str
    exercise: str
    sharing: str
    total: str
    pause: str
    test: str
    brisk: str
    calm: str
    purpose: str
    prepare: str
    handout: str
    law: str  # {day}
    opening: str
    group: str
    questions: str
    answer: str  # {answer}
    true: str
    false: str
    misconceptions: str
    letters: str

    def days(self, count: int) -> str:
        return self.room[0 if count == 1 else 1].format(days=count)


MN_GUIDE = GuideWording(
    name="Сургагч багшийн гарын авлага",
    intro="Хичээл бүрийн зорилго, бэлтгэл, эхлэх асуулт, дасгал, бүлгийн ажил, сорилын хариу энд бий."
    " Хариутай тул зөвхөн сургагч багшид зориулав.",
    timing="Цагийн хуваарь",
    room=("{days} өдрийн танхим", "{days} өдрийн танхим"),
    half_day="Хагас өдөр",
    morning="Өдөр {day}, өглөө",
    afternoon="Өдөр {day}, үдээс хойш",
    module="Модуль",
    lessons="Хичээл",
    sum="Нийт минут",
    begins="Эхлэх",
    what="Юу",
    reading="Тайлбар",
    exercise="Дасгал",
    sharing="Ярилцах",
    total="Нийт",
    pause="Завсарлага",
    test="Модулийн тест",
    brisk="Хүн бүр дасгалаа нэг удаа хийнэ. Үлдсэнийг нь гэртээ, ажил дээрээ үргэлжлүүлнэ.",
    calm="Дасгалд хоёр дахин их цаг гаргаж, жинхэнэ баримт дээр хийнэ."
    " Хичээл бүрийн эцэст үр дүнгээ үзүүлж, сорилоо ярилцана.",
    purpose="Хичээлийн дараа оролцогч",
    prepare="Бэлтгэх зүйл",
    handout="Хичээлийн хэвлэх хуудас, хүн бүрд нэг",
    law="Хууль, огноог сүүлд шалгасан өдөр: {day}. Заахын өмнө дахин шалгаарай.",
    opening="Эхлэх асуулт",
    group="Бүлгийн ажил",
    questions="Шалгах асуулт, хариу",
    answer="Хариу: {answer}",
    true="Үнэн",
    false="Худал",
    misconceptions="Түгээмэл төөрөгдөл",
    letters="абвгд",
)

EN_GUIDE = GuideWording(
    name="Trainer’s guide",
    intro="For each lesson: its purpose, what to prepare, the opening question, the exercise, group work,"
    " and the check questions with their answers. Because of the answers it is for trainers only.",
    timing="Timing",
    room=("Room of one day", "Room of {days} days"),
    half_day="Half-day",
    morning="Day {day}, morning",
    afternoon="Day {day}, afternoon",
    module="Module",
    lessons="Lessons",
    sum="Minutes in all",
    begins="Begins",
    what="What",
    reading="Input",
    exercise="Exercise",
    sharing="Sharing",
    total="In all",
    pause="Break",
    test="Module test",
    brisk="Everyone does each exercise once, and goes on with it at home or at work.",
    calm="Exercises get twice the time and are done with real documents."
    " At the end of each lesson results are shown and the check is talked over.",
    purpose="After the lesson participants can",
    prepare="Prepare",
    handout="The lesson’s handout, one for everyone",
    law="Laws and dates were last checked on {day}. Check them again before you teach.",
    opening="Opening question",
    group="Group work",
    questions="Check questions and answers",
    answer="Answer: {answer}",
    true="True",
    false="False",
    misconceptions="Common misconceptions",
    letters="abcde",
)
