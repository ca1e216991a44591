// Asking the person how a referral went: how and when they were asked, and each try in which nobody could ask them.
#pragma once
#include "core/disclosure/basis.hpp"
#include "core/people/person.hpp"
#include "features/referrals/referral.hpp"
#include "base/word.hpp"

namespace hebra::referrals {

/// How somebody of the origin asked them, apart from when it was written down. What was answered is the move's text.
struct Asked {
    people::ContactKind channel;
    Time at;
    disclosure::Giver answered_by;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (channel, at, answered_by))

/// What came of a try. None of them is an answer of the person's.
enum class TryResult { no_answer, wrong_number, someone_else_answered, asked_to_call_later, message_left };
BOOST_DESCRIBE_ENUM(TryResult, no_answer, wrong_number, someone_else_answered, asked_to_call_later, message_left)

/// A try to ask them, sealed under the person's key: it is the origin's alone.
struct Try {
    people::ContactKind channel;
    Time at;
    TryResult result;
    std::optional<Private> text = {};
};
BOOST_DESCRIBE_STRUCT(Try, (), (channel, at, result, text))

/// A try as it was noted.
struct Tried : Try {
    Time at_time;  ///< when it was written down
    Private user_name;
};
BOOST_DESCRIBE_STRUCT(Tried, (Try), (at_time, user_name))

/// Tries since the last move, before it may be closed because nobody reached them; three calls in a row are one of them.
inline constexpr int k_tries_until_unasked = 3;
inline constexpr auto k_tries_apart = std::chrono::hours(1);
/// Noted between two moves: whoever goes on has another thing to note.
inline constexpr int k_most_tries = 50;

/// How many of these moments stand apart, an hour from the one before at least.
int count_apart(std::vector<Time> tries);

/// What the moment of asking is held against.
struct AskingTime {
    Time now;
    std::optional<Time> known_since;  ///< of the first contact, or of the information given: nothing could be told before
};

/// What is wrong with a moment at which the person is said to have been asked; nullopt: nothing.
std::optional<Word> wrong_asking_time(Time at, const AskingTime& time);

namespace words {
inline constexpr Word k_asked_needed{
    "asked_needed", "Diga por qué medio, cuándo y a quién le preguntó. Si no pudo, anote el intento, o ciérrela sin preguntar.",
    "Say in which way, when and whom you asked. If you could not, note the try, or close it without asking."};
inline constexpr Word k_asked_elsewhere{"asked_elsewhere", "Cómo se le preguntó se dice solo al anotar lo que la persona respondió. Quítelo de este paso.",
                                        "How they were asked is said only with what the person answered. Take it out of this step."};
inline constexpr Word k_asked_to_come{"asked_to_come", "Ese momento todavía no llega. Escriba cuándo fue.", "That moment has not come yet. Write when it was."};
inline constexpr Word k_asked_too_early{
    "asked_too_early", "Eso es antes de la primera atención, o de entregarle la información: aún no había qué preguntar. Revise el día y la hora.",
    "That is before the first contact, or before the information was given: there was nothing to ask yet. Check the day and the time."};
inline constexpr Word k_tries_needed{
    "tries_needed",
    "Para cerrarla porque no se pudo contactar a la persona, anote antes tres intentos, con una hora al menos entre uno y otro. Si hay otro "
    "motivo, elíjalo.",
    "To close it because the person could not be reached, note three tries first, an hour apart at least. If there is another reason, choose it."};
inline constexpr Word k_enough_tries{"enough_tries", "Ya hay cincuenta intentos anotados. Ciérrela diciendo por qué, o anote lo que la persona respondió.",
                                     "Fifty tries are noted already. Close it saying why, or note what the person answered."};
inline constexpr Word k_nothing_to_ask{"nothing_to_ask", "Ahora no hay nada que preguntarle a la persona por esta derivación. Ábrala de nuevo para ver cómo está.",
                                       "There is nothing to ask the person about this referral now. Open it again to see how it stands."};
}  // namespace words

}  // namespace hebra::referrals
