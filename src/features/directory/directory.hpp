// The use cases of the directory.
#pragma once
#include <memory>
#include <mutex>

#include "access/audit/audit.hpp"
#include "core/commitments/commitments.hpp"
#include "core/institutions/institutions.hpp"
#include "features/directory/catalogue.hpp"
#include "features/directory/import.hpp"
#include "features/directory/places.hpp"
#include "features/directory/store.hpp"

namespace hebra::directory {

inline constexpr commitments::Kind k_check_number{.name = "directory.check_number", .by_hand = false, .negotiable = true};
inline constexpr commitments::Kind k_check_again{.name = "directory.check_again", .by_hand = false, .negotiable = true};

namespace words {
inline constexpr Word k_not_your_row{"not_your_row", "Esta fila la mantiene otra institución. Dígale que está mala y ella la revisará.",
                                     "Another institution keeps this row. Say that it is wrong and they will check it."};
inline constexpr Word k_no_such_channel{"no_such_channel", "Ese servicio no tiene ese canal.", "That service has no such channel."};
inline constexpr Word k_nothing_to_confirm{"nothing_to_confirm", "Ese canal no tiene un contacto que confirmar. Escríbalo primero.",
                                           "That channel has no contact to confirm. Write it first."};
inline constexpr Word k_not_your_institution{"not_your_institution", "Su institución agrega solo servicios propios. Marque que es suyo.",
                                             "Your institution adds only services of its own. Say that it is yours."};
inline constexpr Word k_service_exists{"service_exists", "Ya hay un servicio con ese nombre en esa institución. Ábralo y corríjalo.",
                                       "There is already a service of that name at that institution. Open it and correct it."};
inline constexpr Word k_theirs_to_add{"theirs_to_add", "Esa institución usa Hebra: sus servicios los agrega ella. Pídaselo.",
                                     "That institution uses Hebra: it adds its own services. Ask them to."};
}  // namespace words

/// A row as staff see it: what it says, and what referrals made of its places since.
struct Entry : directory::Service {
    int version;
    std::optional<Places> counted;
    std::string checked_by = {};  ///< as its reader may know them; the institution, unless it is the reader's own
    std::string rung_by = {};     ///< likewise
};
BOOST_DESCRIBE_STRUCT(Entry, (directory::Service), (version, counted, checked_by, rung_by))

/// The six indispensable data, as a call to confirm the row asks for them.
enum class SixData { name, age, hours, channels, topics, entry };
BOOST_DESCRIBE_ENUM(SixData, name, age, hours, channels, topics, entry)

/// A call to those who keep a row.
struct Ringing {
    std::vector<int> answered;  ///< the channels at which somebody did, by their place in the row
    std::vector<SixData> unsure = {};  ///< what whoever answered did not know
};

/// What becomes of rows that a file does not have: they stay, or are offered no more (old referrals still find them).
enum class Gone { keep, retire };

class Directory {
  public:
    Directory(db::Database& database, audit::Audit& audit, institutions::Institutions& institutions, commitments::Commitments& commitments,
              const Clock& clock)
        : database_(database), audit_(audit), institutions_(institutions), commitments_(commitments), clock_(clock) {}

    Time now() const { return clock_.now(); }
    /// Keeps as this version does what an earlier one wrote. For the start, before the first `refresh`.
    void bring_forward();
    /// Builds the catalogue anew if the rows or the places they have left changed, or once a week, so that the hours it worked out ahead never run out.
    /// For the start and, so that another node's change shows, every few seconds; one's own changes do it by themselves.
    void refresh();
    /// The directory as it is now: immutable, in memory, shared by whoever asks, also inside closures of the database.
    Snapshot<directory::Catalogue> catalogue();
    /// nullopt for a service that is not offered.
    std::optional<directory::Service> find(directory::ServiceId id);

    Result<Entry> open(directory::ServiceId id);
    /// Its rows say what their institution is called now, and its area; in the transaction that corrects it.
    Result<> follow(db::Tx& tx, const institutions::InstitutionDone& done);
    /// What a file would change here. No: those of plan_import.
    Result<directory::Plan> plan(std::string_view file);
    /// Carries out what an import planned, all of it or nothing. No: `invalid` while it refuses a row;
    /// `conflict` when the directory changed since it was planned.
    Result<> apply(const Actor& actor, const directory::Plan& plan, Gone gone = Gone::keep);
    /// What is offered, as a file of our own.
    std::string export_csv();
    /// Changes what a row says, never how well it is known. `invalid`, by field, for what no import would take; `stale` when somebody changed it since `seen`; `not_your_row` unless it is of one's own institution, or of
    /// none and one's institution belongs to the network.
    Result<Entry> save(const Actor& actor, directory::Service typed, int seen);
    /// A row that was not there. Nobody rang it yet. `invalid`, by field; `service_exists` when there is one of that name;
    /// `theirs_to_add` when it is of another institution of this installation.
    /// @param institution the caller's, as people know it
    /// @param is_own it is of the caller's institution; else of the one it names, which is none of this network
    Result<Entry> add(const Actor& actor, directory::Service service, const std::string& institution, bool is_own);
    /// Somebody rang the row's keepers. Whatever is said to have answered is confirmed, and with it the row was checked if
    /// they knew all six data; if nothing did, it is kept that somebody tried. `not_your_row`.
    Result<Entry> rang(const Actor& actor, directory::ServiceId id, const Ringing& call, int seen);
    /// Somebody rang the channel and it is right: it may be shown for 90 days. `not_your_row`.
    Result<Entry> confirm(const Actor& actor, directory::ServiceId id, std::size_t channel, int seen);
    /// "This number is wrong": whoever keeps the row has a commitment and, when somebody of the network says so, nobody is shown
    /// the number meanwhile. From outside the network nobody can make a number vanish.
    /// @param contact as it was read: another that took its place meanwhile is not struck (`changed_meanwhile`)
    Result<Entry> doubt(const Actor& actor, directory::ServiceId id, std::size_t channel, const std::optional<std::string>& contact = {});

    /// Whoever keeps a row whose check ran out has a commitment to check it again. For a chore; how many were opened.
    std::int64_t ask_to_check_again();

  private:
    struct Rows {
        std::int64_t edition;
        std::vector<directory::Service> services;
        std::vector<Places> places;
    };
    /// The edition, its rows as they were told, and their places; without rows if it is the one that is known.
    Rows read_all(std::optional<std::int64_t> known = {});
    /// The area of a row of this network is that of its institution, as it says of itself today.
    void tell_area(directory::Service& service) const;
    /// Who is asked to ring a number that somebody found wrong: whoever keeps the row, or else coordinates the network.
    InstitutionId asked_to_check(const Actor& actor, const directory::Service& service) const;
    /// What stays in a row of whoever rings: never a person's name.
    Caller caller_of(const Actor& actor) const;
    /// Ends what was promised about a row that changed: its numbers are wrong no longer, its check holds, or it is offered no more.
    void settle(db::Tx& tx, const directory::Service& service, const commitments::Cause& cause);
    Result<> check_keeps(const Actor& actor, const directory::Service& service) const;
    /// @param before what it said of its places, when somebody may have changed that
    Result<Entry> keep(const Actor& actor, const directory::Service& service, int seen, std::string_view action,
                       std::vector<std::string> fields, const Capacity* before = nullptr);

    db::Database& database_;
    audit::Audit& audit_;
    institutions::Institutions& institutions_;
    commitments::Commitments& commitments_;
    const Clock& clock_;
    std::mutex refreshing_;  ///< one reading at a time: an older one never overwrites a newer one
    std::mutex mutex_;
    Snapshot<directory::Catalogue> catalogue_ = directory::Catalogue::build({}, Time{});
    std::int64_t edition_ = 0;  ///< with the two below, of who refreshes
    std::vector<Places> places_;
    Time built_at_{};
};

}  // namespace hebra::directory
