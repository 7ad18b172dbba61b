"""What is counted: the noun that belongs to an amount, and whether it means people."""

from factcheck.matching.amount import Amount
from factcheck.matching.reading import Reading


class Nouns:
    """Finds the nouns of the amounts of one wording."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def head(self, amount: Amount) -> tuple[str, int]:
        """The noun that is counted, and one past it: the first plural behind the number, or for one the next noun."""
        if self.r.low(amount.core) in self.r.lexicon.often:
            return "times", amount.last
        last_word, at = "", amount.last
        joined = amount.last + 1
        if self.r.low(amount.last) == "-" and joined < len(self.r.words) and self.r.words[joined].is_word:
            known = self.r.low(joined) in self.r.lexicon.stop  # "third-and-goal"
            return ("", amount.last) if known else (self.r.words[joined].low, joined + 1)
        for i in range(amount.last, min(amount.last + 6, len(self.r.words))):
            token = self.r.words[i]
            if self.passed_over(i, amount):
                continue
            if self.ends_phrase(i):
                shared = self.shared(amount, i) if not last_word or amount.value != 1 else None
                if shared:
                    return shared
                break
            last_word, at = token.low, i + 1
            if self.is_counted(i) and amount.value != 1 and amount.dimension == "":
                return token.low, at
        single = amount.value == 1 or amount.dimension == "ordinal"
        return (last_word, at) if single else ("", amount.last)

    def passed_over(self, i: int, amount: Amount) -> bool:
        """Whether the noun may still follow: "355 *damaged* shops", "dozens *of* boats"."""
        low = self.r.low(i)
        rank = amount.dimension == "ordinal"
        links = low == "-" or (low in self.r.lexicon.count_links and i <= amount.last + 1 and not rank)
        links = links or (low in self.r.lexicon.in_a_row and i == amount.last)
        return links or (low in self.r.lexicon.state_of and self.r.plural(self.r.low(i + 1)))

    def ends_phrase(self, i: int) -> bool:
        token = self.r.words[i]
        known = token.low in self.r.lexicon.stop or token.low in self.r.lexicon.state_of
        return known or not token.is_word or i in self.r.numbered

    def is_counted(self, i: int) -> bool:
        """A plural that is no name put before another: "Web *sites*"."""
        modifies = self.r.words[i].is_name and self.r.plural(self.r.low(i + 1))
        return self.r.plural(self.r.low(i)) and not modifies

    def shared(self, amount: Amount, i: int) -> tuple[str, int] | None:
        """The noun that the next number says for both: "12 oak and 30 beech *trees*"."""
        following = next((a for a in self.r.amounts if a.first == i + 1), None)
        joined = self.r.low(i) in self.r.lexicon.joiners and following is not None and not following.dimension
        if not joined or following is None or amount.dimension:
            return None
        noun, _ = self.head(following)
        return (noun, i) if noun else None

    def is_person(self, head: str, kin: str) -> bool:
        """Whether the word counts people: by its family, its ending, or as a name of theirs ("Somalis")."""
        lexicon = self.r.lexicon
        if kin in lexicon.people or kin in lexicon.parts or kin in lexicon.more_people:
            return True
        if kin in lexicon.thing_of or kin in lexicon.not_people or (head,) in lexicon.units or not head.isalpha():
            return False
        singular = head if head.endswith(lexicon.person_endings) else head.removesuffix("s")
        return singular.endswith(lexicon.person_endings) or self.are_named(head)

    def are_named(self, head: str) -> bool:
        """Whether a name in the plural stands for people: "Somalis"."""
        return self.r.plural(head) and any(t.low == head and t.is_name for t in self.r.words[1:])
