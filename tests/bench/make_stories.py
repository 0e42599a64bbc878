#!/usr/bin/env python3
"""make_stories.py --sets N --stories M [--sentences K] [--seed S]: story sets in JSON lines, for measuring time and memory.

Every set tells of one made-up event: M outlets tell the same K sentences in another order and other words, with figures
written in other ways, and now and then a slip. Names and nouns are drawn per set, as events of one feed share few. The
stories show how cost grows, not how good the findings are."""
import argparse, itertools, json, random

SURNAMES = '김이박최정강조윤장임한오서신권황안송류홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현'
GIVEN = '민서준지현수영호진우경미석은혜태규동성재훈상철정희윤아란선기범'
PLACES = '가온 나래 다솔 라온 마루 바름 사람 아라 자람 차오름 카린 타래 파란 하람 노을 도담 미르 보라 새벽 여울'.split()
BODIES = '건설 전자 화학 물산 조선 식품 제약 통신 항공 해운 금융 에너지 중공업 유통 제강 섬유 관광 생명 증권 소재'.split()
TITLES = '대표 회장 사장 부회장 본부장 위원장 장관 의원 교수 대변인'.split()
THINGS = '공장 연구소 물류센터 발전소 기숙사 병원 터널 항만 창고 전시관 도서관 정수장'.split()
SAID = '말했다 밝혔다 설명했다 강조했다 덧붙였다 전했다'.split()
TELLINGS = [
    '{firm}{firm_is} {place}에 {thing} 공사에 {money}을 들인다고 {day}일 밝혔다.',
    '{firm}의 {place} {thing} 투자액은 {money}이다.',
    '이 사업으로 {place}에 새 일자리 {jobs}개가 생길 것으로 보인다.',
    '{person} {title}{title_is} “{thing} 공사가 끝나면 {place}의 {body} 산업이 {percent}% 넘게 자랄 것”이라고 {said}.',
    '{firm}의 지난해 매출은 {sales}으로 한 해 전보다 {growth}% 늘었다.',
    '주민 {people}명은 {place} 시청 앞에서 {thing} 터를 옮기라고 요구했다.',
    '{thing}{thing_is} 오는 {month}월 {open}일 착공해 {years}년 {months}개월 뒤 문을 연다.',
    '외국 투자자는 {dollars}를 내기로 했다.',
    '{person} {title}{title_is} “땅을 판 돈 {fund}은 모두 주민에게 돌아간다”고 {said}.',
    '{place} {thing}의 넓이는 {area}㎡로 축구장 {fields}개와 같다.',
    '지난달 {past}일 열린 설명회에는 {guests}명이 왔고 이 가운데 {share}%가 찬성했다.',
    '{firm} 직원의 평균 나이는 {age}세, 근속은 {stay}년이다.',
]
FILLERS = [
    '업계는 이번 결정이 늦었지만 옳다고 본다.', '다만 환경 평가가 남아 있어 앞날을 말하기는 이르다.',
    '시민 단체는 자료를 모두 내놓으라고 요구하고 있다.', '두 쪽은 세부 사항을 더 논의하기로 했다.',
    '이에 대해 시는 아무 말도 하지 않았다.', '비슷한 사업이 다른 곳에서도 이어지고 있다.',
]


def won(rnd, n):
    """an amount of n hundred million won as one outlet or another writes it"""
    trillions, rest = divmod(n, 10000)
    text = (f'{trillions}조' if trillions else '') + (rnd.choice((' ', '')) if trillions and rest else '') + (f'{rest}억' if rest else '')
    return text + rnd.choice((' ', '')) + '원'


def topic(word):
    return '은' if (ord(word[-1]) - 0xAC00) % 28 else '는'


class Event:
    def __init__(self, rnd):
        firm = rnd.choice(PLACES) + rnd.choice(BODIES)
        self.at = {
            'firm': firm, 'place': rnd.choice(PLACES) + rnd.choice('시군구읍면'), 'thing': rnd.choice(THINGS),
            'person': rnd.choice(SURNAMES) + rnd.choice(GIVEN) + rnd.choice(GIVEN), 'title': rnd.choice(TITLES),
            'body': firm[-2:], 'day': rnd.randint(1, 27), 'jobs': rnd.randint(120, 9800),
            'percent': rnd.randint(3, 48), 'growth': f'{rnd.randint(1, 39)}.{rnd.randint(1, 9)}', 'people': rnd.randint(31, 990),
            'month': rnd.randint(6, 12), 'open': rnd.randint(1, 28), 'years': rnd.randint(2, 6), 'months': rnd.randint(1, 11),
            'dollars': f'{rnd.randint(12, 880)}0만 달러', 'area': f'{rnd.randint(11, 98)}만{rnd.randint(1, 9)}000',
            'fields': rnd.randint(12, 99), 'past': rnd.randint(1, 28), 'guests': rnd.randint(110, 990), 'share': rnd.randint(21, 88),
            'age': rnd.randint(31, 52), 'stay': rnd.randint(4, 19)}
        self.at.update({word + '_is': topic(self.at[word]) for word in ('firm', 'thing', 'title')})
        self.sums = {'money': rnd.randint(120, 78000), 'sales': rnd.randint(900, 230000), 'fund': rnd.randint(11, 900)}

    def story(self, rnd, sentences):
        tellings = list(itertools.islice(itertools.cycle(TELLINGS), sentences))
        rnd.shuffle(tellings)
        text = []
        for telling in tellings:
            said = dict(self.at, said=rnd.choice(SAID), **{k: won(rnd, n) for k, n in self.sums.items()})
            if rnd.random() < 0.01:
                said['jobs'] = said['jobs'] + 10 * rnd.randint(1, 9)
            text.append(telling.format(**said))
            if rnd.random() < 0.4:
                text.append(rnd.choice(FILLERS))
        return ' '.join(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--sets', type=int, default=97)
    parser.add_argument('--stories', type=int, default=6)
    parser.add_argument('--sentences', type=int, default=len(TELLINGS))
    parser.add_argument('--seed', type=int, default=1)
    a = parser.parse_args()
    rnd = random.Random(a.seed)
    for s in range(a.sets):
        event = Event(rnd)
        for n in range(a.stories):
            print(json.dumps({'id': f'{s}-{n}', 'set': f'{s}', 'source': f'{n}', 'published': f'2025-03-{28 + n % 3}',
                              'title': f"{event.at['firm']} {event.at['place']}에 {event.at['thing']}",
                              'text': event.story(rnd, a.sentences)}, ensure_ascii=False))


if __name__ == '__main__':
    main()
