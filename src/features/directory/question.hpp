// "Who can help this person, now?": the question, and the answer with its reasons. Nothing here says who the person is.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/directory/service.hpp"

namespace hebra::directory {

namespace words {
inline constexpr Word k_question_age{"question_age", "La edad va de 0 a 120 años. Si no la sabe, déjela en blanco.",
                                     "The age goes from 0 to 120 years. If you do not know it, leave it blank."};
inline constexpr Word k_question_limit{"question_limit", "Pida entre 1 y 100 resultados.", "Ask for 1 to 100 results."};
inline constexpr Word k_question_place{"question_place", "La comuna no es de esa región. Deje solo una de las dos.",
                                       "The comuna is not in that region. Leave only one of the two."};
inline constexpr Word k_question_text{"question_text", "El texto buscado es demasiado largo: bastan unas palabras.",
                                      "The search text is too long: a few words are enough."};
inline constexpr Word k_question_past{"question_past", "Ese momento ya pasó. Pregunte por uno que venga, o por ahora mismo.",
                                      "That moment has passed. Ask about one to come, or about now."};
inline constexpr Word k_question_far{"question_far", "No se conocen los feriados de ese año: no se puede decir quién atiende. Elija una fecha anterior.",
                                     "The holidays of that year are not known: who attends cannot be told. Choose an earlier date."};
}  // namespace words

struct Question {
    std::optional<int> age = {};  ///< in whole years; unknown counts as a minor
    territory::Place place = {};
    std::optional<Topic> topic = {};
    std::optional<institutions::Sector> area = {};  ///< of the institution; those of which nobody said it are left out
    std::optional<ChannelKind> channel = {};
    std::optional<SpokenLanguage> language = {};
    bool free_only = false;
    bool anonymous = false;       ///< without saying who one is
    std::optional<Time> at = {};  ///< when it should attend; absent: now
    bool at_any_time = false;     ///< closed ones fit too; those of unknown hours still do not
    std::string q = {};
    int limit = 20;  ///< of matches, and of near misses
};

/// Whether the holidays of that day's year are known: of a later one nobody can say who attends.
bool is_in_calendar(Time at);

/// No: `invalid`, with pointers "?age", "?limit", "?comuna", "?q", "?at"; a moment may have passed for a few minutes, as while
/// somebody reads.
Result<> check(const Question& question, Time now);

/// One reason, for programs (code and params) and for people.
struct Reason {
    std::string code;
    std::map<std::string, std::string> params;
    std::string es;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (code, params, es, en))

struct Match {
    const Service* service;  ///< of the catalogue asked: lives as long as that
    std::vector<Reason> fits;
    std::vector<Reason> cautions;  ///< stale, number to be confirmed, age to be confirmed
    calendar::State state;         ///< at the moment asked for
    std::optional<Time> closes_at;
    std::optional<Time> opens_at;  ///< when it is closed and that was acceptable
    int score;
};

struct NearMiss {
    const Service* service;
    std::vector<Reason> why;  ///< the weightiest first
    std::vector<Reason> cautions;
    calendar::State state;
    std::optional<Time> opens_at;
    int score;
};

struct Answer {
    std::vector<Match> matches = {};         ///< best first
    std::vector<NearMiss> near_misses = {};  ///< nearest first
    std::size_t match_total = 0;             ///< also those beyond the limit
    std::size_t near_miss_total = 0;
    std::size_t other_total = 0;  ///< of the topic or text asked, but wanting more than two things
    std::map<std::string, std::size_t> near_misses_by_why = {};  ///< by their weightiest reason's code
};

}  // namespace hebra::directory
