// Agreements between two institutions, and what each level of integration allows. Pure.
#pragma once
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hebra::institutions {

using AgreementId = Id<struct AgreementTag>;

/// The six levels of integration (INJUV, "Orientaciones…" 6.2, after Cunill et al.), from talking to being one.
enum class Level { communication, cooperation, coordination, collaboration, convergence, consolidation };
BOOST_DESCRIBE_ENUM(Level, communication, cooperation, coordination, collaboration, convergence, consolidation)

/// What a level allows unless the parties agreed otherwise. Executable: a referral's form starts from it.
struct LevelDefault {
    Level level;
    int class_limit;      ///< the highest data class (workflows.md §6) that may travel without being itemised by hand
    bool events_visible;  ///< whether each sees on the thread that the other acted, up to that class
};

/// Class 3 (health, psychological) is always itemised by hand and class 4 always has a named recipient and a supervisor:
/// no level changes that. Consent or another basis is asked every time, whatever the level.
inline constexpr LevelDefault k_level_defaults[] = {
    {Level::communication, 0, false}, {Level::cooperation, 1, false}, {Level::coordination, 2, false},
    {Level::collaboration, 2, true},  {Level::convergence, 2, true},  {Level::consolidation, 2, true},
};

constexpr LevelDefault default_of(Level level) { return k_level_defaults[static_cast<std::size_t>(level)]; }

struct Agreement {
    AgreementId id;
    InstitutionId first_id;   ///< the smaller id of the two
    InstitutionId second_id;
    Level level;
    std::optional<Level> goal;  ///< where the pair wants to be
    int class_limit;
    bool events_visible;
    Date starts_on;
    Date ends_on;
    std::string first_signer;   ///< office, not person: "Dirección"; empty: this side has not signed
    std::string second_signer;
    int version;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (id, first_id, second_id, level, goal, class_limit, events_visible, starts_on, ends_on,
                                      first_signer, second_signer, version))

inline bool is_signed(const Agreement& agreement) { return !agreement.first_signer.empty() && !agreement.second_signer.empty(); }
/// A side has not signed; neither has, where who coordinates proposed it to both. An answer of no leaves it without a single day.
inline bool is_proposal(const Agreement& agreement) { return !is_signed(agreement) && agreement.starts_on <= agreement.ends_on; }

inline bool in_force(const Agreement& agreement, Date today) {
    return is_signed(agreement) && agreement.starts_on <= today && today <= agreement.ends_on;
}

/// Where an agreement is in its life.
enum class Standing { proposed, declined, to_come, in_force, ended };
BOOST_DESCRIBE_ENUM(Standing, proposed, declined, to_come, in_force, ended)
Standing standing(const Agreement& agreement, Date today);

struct NewAgreement {
    InstitutionId with;            ///< the other party, seen from the institution acted for
    std::optional<InstitutionId> on_behalf_of = {};  ///< a network coordinator proposes to two others, and names the first too
    Level level;
    std::optional<Level> goal = {};
    std::optional<int> class_limit = {};        ///< absent: the level's own
    std::optional<bool> events_visible = {};
    Date starts_on;
    Date ends_on;
    std::optional<std::string> own_signer = {};    ///< absent only where it is proposed to two others: each signs for itself
    /// Absent: a proposal, which the other side signs for itself. Told by the operator alone, of a document both signed.
    std::optional<std::string> other_signer = {};
};
BOOST_DESCRIBE_STRUCT(NewAgreement, (), (with, on_behalf_of, level, goal, class_limit, events_visible, starts_on, ends_on, own_signer,
                                         other_signer))

namespace words {
inline constexpr Word k_same_institution{"same_institution", "Un convenio es entre dos instituciones distintas.",
                                         "An agreement is between two different institutions."};
inline constexpr Word k_proposed_late{"proposed_late", "Ese día ya pasó: lo que se propone comienza hoy o después.",
                                      "That day has passed: what is proposed starts today or later."};
inline constexpr Word k_ends_before_start{"ends_before_start", "El convenio termina antes de comenzar. Corrija las fechas.",
                                          "The agreement ends before it starts. Correct the dates."};
inline constexpr Word k_agreement_over{"agreement_over", "Ese convenio ya terminó. Para volver a tenerlo, propongan y firmen uno nuevo.",
                                       "That agreement is over. To have it again, propose and sign a new one."};
inline constexpr Word k_only_sooner{"only_sooner", "Terminarlo es acortarlo. Para alargarlo, propongan y firmen uno nuevo las dos instituciones.",
                                    "To end it is to shorten it. To make it longer, both institutions propose and sign a new one."};
inline constexpr Word k_last_day_past{"last_day_past", "Ese día ya pasó, y lo que se hizo hasta hoy se hizo con convenio. Elija hoy o un día posterior.",
                                      "That day has passed, and what was done until today was done by agreement. Choose today or a later day."};
inline constexpr Word k_class_too_high{"class_too_high", "Por convenio pueden viajar las clases 0 a 2; la 3 se elige dato por dato y la 4 lleva supervisión.",
                                       "By agreement, classes 0 to 2 may travel; class 3 is chosen item by item and class 4 needs a supervisor."};
inline constexpr Word k_goal_below_level{"goal_below_level", "La meta está por debajo del nivel de hoy.", "The goal is below today's level."};
inline constexpr Word k_signer_needed{"signer_needed", "Diga quién firma por cada institución.", "Say who signs for each institution."};
inline constexpr Word k_signer_long{"signer_long", "Diga quién firma en 120 letras o menos: su cargo basta.",
                                    "Say who signs in 120 letters or fewer: the office is enough."};
inline constexpr Word k_already_agreed{"already_agreed", "Ya hay un convenio vigente entre estas dos instituciones en esas fechas. Termínelo antes.",
                                       "There is already an agreement between these institutions on those dates. End it first."};
inline constexpr Word k_already_proposed{"already_proposed", "Ya hay una propuesta sin responder entre estas dos instituciones para esas fechas.",
                                         "There is already an unanswered proposal between these institutions for those dates."};
inline constexpr Word k_level_shows{"level_shows", "En una propuesta, el nivel decide si cada una ve los nudos de la otra.",
                                    "In a proposal, the level decides whether each sees the other's knots."};
inline constexpr Word k_not_yours_to_sign{"not_yours_to_sign", "Le toca firmar a la otra institución.", "It is the other institution's turn to sign."};
inline constexpr Word k_not_proposed{"not_proposed", "Ese convenio ya no está por firmar. Vea cómo quedó.",
                                     "That agreement is no longer waiting for a signature. See how it stands."};
inline constexpr Word k_one_signed{"one_signed", "Una de las dos ya firmó: ahora responde la otra, o la retira quien firmó.",
                                   "One of the two has signed: now the other answers, or whoever signed takes it back."};
inline constexpr Word k_proposal_late{"proposal_late", "Las fechas de esa propuesta ya pasaron. Proponga otra.",
                                      "The dates of that proposal have passed. Propose another."};
inline constexpr Word k_not_signed{"not_signed", "Ese convenio aún no lo firman las dos: no hay nada que terminar.",
                                   "That agreement has not been signed by both: there is nothing to end."};
}  // namespace words

/// Refuses what contradicts itself, every field at once. What both signed may be written of days that passed; what is proposed
/// may not.
Result<> check(const NewAgreement& agreement, InstitutionId own, Date today);
/// Refuses a signer of spaces alone, or longer than an office is.
std::optional<Word> doubt_of_signer(std::string_view signer);

}  // namespace hebra::institutions
