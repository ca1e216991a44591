// Every room of the house, in the order they lean on each other. Only `app` knows them all.
#pragma once
#include <memory>

#include "access/audit/sealer.hpp"
#include "access/audit/verify.hpp"
#include "access/rotation/rotation.hpp"
#include "access/staff/staff.hpp"
#include "access/users/sessions.hpp"
#include "app/settings.hpp"
#include "core/commitments/commitments.hpp"
#include "core/drafts/drafts.hpp"
#include "core/forms/forms.hpp"
#include "core/institutions/contact_people.hpp"
#include "core/institutions/institutions.hpp"
#include "core/notices/notices.hpp"
#include "core/people/people.hpp"
#include "core/people/relationships.hpp"
#include "features/attention/attachments.hpp"
#include "features/attention/contacts.hpp"
#include "features/attention/search.hpp"
#include "features/directory/directory.hpp"
#include "features/directory/emergency_list.hpp"
#include "features/directory/uses.hpp"
#include "features/home/home.hpp"
#include "features/home/threads.hpp"
#include "features/notice_pages/push.hpp"
#include "features/people_pages/views.hpp"
#include "features/receiver_link/links.hpp"
#include "features/privacy/erasures.hpp"
#include "features/referrals/agenda.hpp"
#include "features/referrals/referrals.hpp"
#include "platform/db/copy.hpp"
#include "platform/http/metrics.hpp"
#include "platform/http/router.hpp"
#include "platform/mail/outbox.hpp"

namespace hebra::app {

namespace words {
inline constexpr Word k_key_lost{
    "key_lost", "Esta base de datos ya tiene datos, pero falta su llave maestra (master.key). Restáurela desde su copia: sin ella nada se puede leer.",
    "This database already holds data, but its master key (master.key) is missing. Restore it from its copy: without it nothing can be read."};
inline constexpr Word k_restore_unfinished{
    "restore_unfinished", "Aquí quedó una restauración sin terminar, y no se puede servir. Vacíe el lugar y restaure de nuevo con «hebra restore».",
    "A restore was left unfinished here, and cannot be served. Empty the place and restore again with “hebra restore”."};
}

/// Where this installation keeps what.
db::Place database_place(const Settings& settings);
std::filesystem::path master_path(const Settings& settings);
std::filesystem::path checkpoints_path(const Settings& settings);
std::filesystem::path erasures_path(const Settings& settings);

/// What a house is opened for: a place where a restore has not ended opens only for the restore itself, which tells it of
/// erasures. Any other house knows of them before it is given away.
enum class Opening { usual, restoring };

/// Opens the database the settings name. `migrated` or not.
std::unique_ptr<db::Database> open_database(const Settings& settings);

/// The roles' permissions, collected from every room.
access::RoleTable role_table(access::RoleTable::StandingOf standing_of = {});
/// What whoever holds a commitment of each room must be able to do.
std::vector<commitments::Needed> needed_to_hold();

/// What the rooms tell the staff.
std::vector<notices::Kind> notice_kinds();

/// Every table whose rows carry the id of their last audit entry.
std::vector<audit::Anchor> audit_anchors();

class House {
  public:
    /// Opens and migrates the database, reads or makes the master key, and founds the installation the first time.
    /// @return the house; or `master_missing`, `master_exposed`, `key_lost`, `restore_unfinished`, `erasure_ledger_broken`; `bad_smtp_url`
    /// and what else stops the mail
    static Result<std::unique_ptr<House>> open(const Settings& settings, const Clock& clock, Opening opening = Opening::usual);
    /// The same, on a database that somebody opened: tests bring their own disk.
    static Result<std::unique_ptr<House>> open_on(std::unique_ptr<db::Database> database, const Settings& settings, const Clock& clock,
                                                  Opening opening = Opening::usual);

    /// @param postman null: no mail leaves
    House(const Settings& settings, const Clock& clock, std::unique_ptr<db::Database> database, crypto::Key master,
          std::unique_ptr<mail::Postman> postman);

    const Settings settings;
    const Clock& clock;
    const std::unique_ptr<db::Database> database;
    access::Vault vault;
    audit::Audit audit;
    audit::Sealer sealer;
    access::Rotation rotation;
    mail::Outbox outbox;
    crypto::PasswordPool passwords{{.threads = 2, .queue = 24}};  // well under the workers, so that sign-ins never hold them all
    const access::RoleTable roles;
    access::Users users;
    access::Sessions sessions;
    institutions::Institutions institutions;
    institutions::ContactPeople contact_people;
    people::People people;
    people::Relationships relationships;
    drafts::Drafts drafts;
    forms::Forms forms;
    commitments::Calendars calendars;
    commitments::Commitments commitments;
    attention::Contacts contacts;
    attention::Attachments attachments;
    attention::Search contact_search;
    people_pages::Views views;
    access::Staff staff;
    notices::Notices notices;
    http::Live live;  ///< the open pages of this node
    notice_pages::Push push;
    home::Home home;
    home::Timelines timelines;
    home::Threads threads;
    directory::Directory directory;
    directory::EmergencyList emergency;
    directory::Uses uses;
    access::ErasureLedger ledger;
    referrals::Referrals referrals;
    referrals::Agenda agenda;
    receiver_link::Links links;
    privacy::Erasures erasures;

    /// What the machine itself does (founding, importing at the console): no user, the installation's own chain.
    Actor system() const { return {}; }
    access::Standing standing_of(InstitutionId institution);
    /// What is kept in memory (keys, institutions, agreements, directory) as the database has it now.
    void refresh();
    bool is_demo();
    void mark_as_demo();
    audit::Verification verify_audit();
    /// Forgets what has expired: sessions, links, keys of repeated writes, drafts, counters of failures, letters sent long ago.
    void tidy();
};

/// All the routes of all the rooms. The house and the metrics must outlive the router.
std::unique_ptr<http::Router> make_router(House& house, http::Metrics& metrics);

}  // namespace hebra::app
