#include "app/house.hpp"

#include <filesystem>

#include "access/once/once.hpp"
#include "access/users/store.hpp"
#include "app/migrations.hpp"
#include "core/commitments/giving.hpp"
#include "features/account/watch.hpp"
#include "features/attention/store.hpp"
#include "features/network/parties.hpp"
#include "platform/crypto/master.hpp"

namespace hebra::app {
namespace {

void tell_database(std::string_view line) { log::warning("database.notice", {{"text", log::Machinery(line)}}); }

/// Who carries the mail; null when the settings name no server.
Result<std::unique_ptr<mail::Postman>> postman(const MailSettings& settings) {
    if (settings.smtp_url.empty()) return nullptr;
    mail::SmtpSettings smtp{.url = settings.smtp_url,
                            .from = settings.from,
                            .tls = settings.tls,
                            .ca_file = settings.ca_file,
                            .timeout = settings.timeout};
    if (!settings.password_file.empty()) {
        HEBRA_TRY(smtp.password, config::read_secret(settings.password_file));
    }
    return mail::open_smtp(smtp);
}

constexpr std::string_view act_of(mail::State state) {
    switch (state) {
        case mail::State::sent: return "mail.sent";
        case mail::State::refused: return "mail.refused";
        case mail::State::unknown: return "mail.unknown";
        case mail::State::given_up: return "mail.given_up";
        default: return "mail.postponed";
    }
}

/// What an institution offers today, by name: where its agenda may offer hours.
std::vector<referrals::OwnService> services_of(directory::Directory& directory, InstitutionId institution) {
    std::vector<referrals::OwnService> own;
    const auto catalogue = directory.catalogue();
    for (const auto& service : catalogue->services())
        if (service.institution_id == institution) own.push_back({service.id, service.name});
    std::ranges::sort(own, {}, &referrals::OwnService::name);
    return own;
}

/// Every attempt is told in the chain of the institution whose mail it is: what about and what the server said, never to whom.
mail::Record record_mail(audit::Audit& audit) {
    return [&audit](db::Tx& tx, const mail::Envelope& letter) {
        const Actor mailer{.user = {}, .institution = letter.institution_id, .session = {}, .permissions = {}};
        return audit
            .record(tx, mailer,
                    {.action = act_of(letter.state),
                     .subject = letter.id.value(),
                     .fields = {letter.kind, fmt::format("attempt={}", letter.attempts), fmt::format("reply={}", letter.reply_code)}})
            .value();
    };
}

constexpr auto k_mail_kept = std::chrono::days(35);
constexpr auto k_notices_kept = std::chrono::days(180);

/// Whether anything was ever sealed here.
bool holds_data(db::Database& database) {
    return database.read([](db::Reader& reader) {
        return reader.maybe<std::string>("SELECT value FROM installation WHERE name = 'founded'", {}).has_value();
    });
}

Result<crypto::Key> master_key(const Settings& settings, db::Database& database) {
    const auto path = master_path(settings);
    if (std::filesystem::exists(path)) return crypto::load_master(path);
    if (holds_data(database)) return refuse(Refused::unavailable, words::k_key_lost);
    return crypto::create_master(path);
}

}  // namespace

db::Place database_place(const Settings& settings) {
    if (!settings.database.empty()) return {db::Engine::postgres, settings.database};
    return {db::Engine::sqlite, settings.data / "hebra.db"};
}

std::filesystem::path master_path(const Settings& settings) { return settings.data / "master.key"; }
std::filesystem::path checkpoints_path(const Settings& settings) { return settings.data / "audit-checkpoints.txt"; }
std::filesystem::path erasures_path(const Settings& settings) { return settings.data / "erasures.txt"; }

std::unique_ptr<db::Database> open_database(const Settings& settings) {
    const auto [engine, where] = database_place(settings);
    if (engine == db::Engine::postgres)
        return db::open_postgres({.url = where, .connections = settings.database_connections, .log = tell_database});
    return db::open_sqlite({.path = where, .log = tell_database});
}

Result<std::unique_ptr<House>> House::open(const Settings& settings, const Clock& clock, Opening opening) {
    std::filesystem::create_directories(settings.data);
    std::filesystem::permissions(settings.data, std::filesystem::perms::owner_all);
    return open_on(open_database(settings), settings, clock, opening);
}

Result<std::unique_ptr<House>> House::open_on(std::unique_ptr<db::Database> database, const Settings& settings, const Clock& clock,
                                              Opening opening) {
    if (opening == Opening::usual && db::is_unfinished_copy(*database))
        return refuse(Refused::unavailable, words::k_restore_unfinished);
    db::migrate(*database, migrations());
    HEBRA_TRY(auto master, master_key(settings, *database));
    HEBRA_TRY(auto carrier, postman(settings.mail));
    auto house = std::make_unique<House>(settings, clock, std::move(database), std::move(master), std::move(carrier));
    HEBRA_CHECK(house->database->write([&](db::Tx& tx) -> Result<> {
        if (tx.run("INSERT INTO installation (name, value) VALUES ('founded', :at) ON CONFLICT DO NOTHING",
                   {db::arg("at", to_text(clock.now()))}) == 1)
            house->vault.found(tx, InstitutionId{});  // the installation's own chain, for what no institution did
        return {};
    }));
    if (opening == Opening::usual) HEBRA_CHECK(house->erasures.catch_up());
    house->directory.bring_forward();
    house->refresh();
    return house;
}

House::House(const Settings& its_settings, const Clock& its_clock, std::unique_ptr<db::Database> its_database, crypto::Key master,
             std::unique_ptr<mail::Postman> postman)
    : settings(its_settings),
      clock(its_clock),
      database(std::move(its_database)),
      vault(std::move(master), clock),
      audit(vault, clock),
      sealer(*database, vault, clock, checkpoints_path(settings)),
      rotation(*database, vault, audit, [this] { return db::scrub(database_place(settings), "institution_key"); }, clock),
      outbox(*database, vault.accounts(), std::move(postman), record_mail(audit), clock),
      roles(role_table([this](InstitutionId institution) { return standing_of(institution); })),
      users(*database, vault, audit, passwords, clock),
      sessions(*database, vault, users, audit, passwords, roles, clock),
      institutions(*database, vault, audit, clock,
                   [this](db::Tx& tx, const institutions::AgreementDone& done) { network::tell_parties(notices, tx, done); },
                   {.within = [this](db::Tx& tx, const institutions::InstitutionDone& done) { return directory.follow(tx, done); },
                    .after = [this] { directory.refresh(); }}),
      contact_people(*database, vault, audit, clock),
      people(*database, vault, audit,
             [this](InstitutionId one, InstitutionId other) { return institutions.are_in_one_network(one, other); }, clock),
      relationships(*database, vault, audit, clock),
      drafts(*database, vault, clock),
      forms(*database, audit, clock),
      calendars(people, clock,
                [this](db::Reader& reader, InstitutionId institution) {
                    const auto usual = commitments::hours_of_place(reader, institution);
                    const auto today = calendar::local_time(usual.zone(), this->clock.now()).date;
                    const auto catalogue = directory.catalogue();
                    return directory::attending(catalogue->services(), institution, usual.place, today);
                }),
      commitments(*database, audit, calendars, clock, commitments::Holders(needed_to_hold(), roles)),
      contacts(*database, vault, audit, users, people, forms, commitments,
               [this](directory::ServiceId id) { return directory.find(id).has_value(); }, clock),
      attachments(*database, vault, audit, users, clock),
      contact_search(*database, audit, users),
      views(*database, audit, users, institutions),
      staff({.database = *database,
             .vault = vault,
             .audit = audit,
             .users = users,
             .sessions = sessions,
             .passwords = passwords,
             .outbox = outbox,
             .let_go =
                 [this](db::Tx& tx, UserId user, InstitutionId institution, Time at, audit::EntryId entry) {
                     contacts.let_go(tx, user, institution, {at, entry});
                     commitments::let_go(tx, commitments.holders(), user, institution, {at, entry});
                 },
             .tell_given = [this](db::Tx& tx, const access::Giving& giving) { account::tell_given(notices, tx, giving); },
             .public_url = settings.public_url,
             .clock = clock}),
      notices({.database = *database,
               .audit = audit,
               .users = users,
               .commitments = commitments,
               .outbox = outbox,
               .public_url = settings.public_url,
               .kinds = notice_kinds(),
               .coordinator_between = [this](InstitutionId one, std::optional<InstitutionId> other) { return institutions.coordinator_between(one, other); },
               .clock = clock}),
      push(notices, live, clock),
      home(*database, commitments, users, institutions, audit, clock),
      timelines(*database, audit, users, institutions, clock),
      threads(*database, vault, audit, institutions, clock),
      directory(*database, audit, institutions, commitments, clock),
      emergency(*database, audit, clock),
      uses(*database, clock),
      ledger(*database, vault, erasures_path(settings)),
      referrals({.database = *database,
                 .vault = vault,
                 .audit = audit,
                 .users = users,
                 .institutions = institutions,
                 .people = people,
                 .commitments = commitments,
                 .ledger = ledger,
                 .notices = notices,
                 .service_of = [this](directory::ServiceId id) { return directory.find(id); },
                 .has_contact = [](db::Reader& reader, InstitutionId institution, RecordId id, PersonId person) {
                     const auto contact = attention::store::find(reader, institution, attention::ContactId(id.value()));
                     return contact && contact->person_id == person;
                 },
                 .clock = clock}),
      agenda({.database = *database,
              .audit = audit,
              .institutions = institutions,
              .commitments = commitments,
              .services_of = [this](InstitutionId institution) { return services_of(directory, institution); },
              .clock = clock}),
      links({.database = *database,
             .vault = vault,
             .audit = audit,
             .users = users,
             .institutions = institutions,
             .referrals = referrals,
             .service_of = [this](directory::ServiceId id) { return directory.find(id); },
             .outbox = outbox,
             .clock = clock}),
      erasures({.database = *database,
                .vault = vault,
                .audit = audit,
                .ledger = ledger,
                .people = people,
                .commitments = commitments,
                .scrub = [this] { return db::scrub(database_place(settings), "subject_key"); },
                .clock = clock}) {}

void House::refresh() {
    vault.refresh(*database);
    institutions.refresh();
    directory.refresh();
    emergency.refresh();
}

access::Standing House::standing_of(InstitutionId institution) {
    const auto coordinator = institutions.coordinator();
    if (!coordinator) return access::Standing::outside;
    if (institution == *coordinator) return access::Standing::coordinator;
    return institutions.are_in_one_network(institution, *coordinator) ? access::Standing::member : access::Standing::outside;
}

bool House::is_demo() {
    return database->read([](db::Reader& reader) {
        return reader.maybe<std::string>("SELECT value FROM installation WHERE name = 'demo'", {}).has_value();
    });
}

void House::mark_as_demo() {
    (void)database->write([](db::Tx& tx) -> Result<> {
        tx.add("INSERT INTO installation (name, value) VALUES ('demo', '1') ON CONFLICT DO NOTHING", {});
        return {};
    });
}

audit::Verification House::verify_audit() {
    return audit::verify(*database, vault, checkpoints_path(settings), audit_anchors());
}

void House::tidy() {
    const Time now = clock.now();
    (void)database->write(
        [&](db::Tx& tx) -> Result<> {
            access::store::forget_old_sessions(tx, now);
            access::store::forget_old_failures(tx, now - std::chrono::hours(24));
            access::forget_old_keys(tx, now);
            drafts::forget_old_drafts(tx, now);
            outbox.forget(tx, now - k_mail_kept);
            notices.forget(tx, now - k_notices_kept);
            return {};
        },
        db::Urgency::bulk);
}

}  // namespace hebra::app
