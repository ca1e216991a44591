// Two institutions with an agreement, and referrals between them. For tests only.
#pragma once
#include "core/notices/test_desk.hpp"
#include "core/thread/test_house.hpp"
#include "features/referrals/api.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hebra::test {

using referrals::Action;
using referrals::Content;
using referrals::Kind;
using referrals::MoveRequest;
using referrals::Opened;
using referrals::Referrals;
using referrals::Urgency;

/// What a first contact is told with.
inline MoveRequest attended() {
    MoveRequest request;
    request.with_whom = Private("Elena, psicóloga");
    return request;
}

/// A line and a health centre with an agreement, a person of the line's, and one service of the centre's.
struct Office : TestHouse {
    explicit Office(db::Database& database) : TestHouse(database) {
        line = found("Línea de prueba");
        centre = found("Centro de prueba");
        stranger = found("Otra institución");
        agree(line, centre);
        service.id = directory::ServiceId::make(clock.now());
        service.name = "Salud mental";
        service.institution = "Centro de prueba";
        service.institution_id = centre;
    }

    void agree(InstitutionId one, InstitutionId other, institutions::Level level = institutions::Level::coordination) {
        const institutions::NewAgreement agreement{.with = other,
                                                   .level = level,
                                                   .starts_on = *parse_date("2026-01-01"),
                                                   .ends_on = *parse_date("2027-12-31"),
                                                   .own_signer = "Dirección",
                                                   .other_signer = "Dirección"};
        ASSERT_TRUE(institutions.agree(actor(one), one, agreement));
    }

    Content content() const {
        return {.who = Private("Constanza, 17 años."),
                .what = Private("Ánimo bajo hace dos meses."),
                .ask = Private("Primera hora."),
                .wish = Private("Dormir bien."),
                .basis = {.kind = disclosure::BasisKind::consent,
                          .consent = disclosure::Consent{.giver = disclosure::Giver::person,
                                                         .method = disclosure::Method::verbal,
                                                         .child_assent = disclosure::ChildAssent::yes,
                                                         .valid_until = *parse_date("2027-01-31"),
                                                         .text_version = "consent.1"}},
                .unmet = {}};
    }

    /// The service says how many places it has.
    void count_places(int places) {
        ASSERT_TRUE(database.write([&](db::Tx& tx) -> Result<> {
            directory::store::declare_places(tx, service.id, {}, {.places = places});
            return {};
        }));
    }
    directory::Places places() {
        return database.read([&](db::Reader& reader) { return directory::store::places_of(reader, service.id).value(); });
    }

    Opened draft(std::optional<Content> written = {}, Urgency urgency = Urgency::priority) {
        return draft_of(person(line).id, std::move(written), urgency).value();
    }

    /// Of somebody known; after an earlier one of theirs, if it is told.
    Result<Opened> draft_of(PersonId who, std::optional<Content> written = {}, Urgency urgency = Urgency::priority,
                            std::optional<ReferralId> follows = {}, std::optional<InstitutionId> by = {}) {
        return referrals.create(actor(by.value_or(line)), {.person_id = who,
                                                           .service_id = service.id,
                                                           .kind = Kind::warm,
                                                           .urgency = urgency,
                                                           .topic = "mood_anxiety",
                                                           .contact_id = {},
                                                           .follows_id = follows,
                                                           .content = written.value_or(content())});
    }

    /// By somebody of the line's, of a new person of theirs.
    Result<Opened> draft_by(const Actor& who, std::optional<Content> written = {}) {
        return referrals.create(who, {.person_id = person(line).id,
                                      .service_id = service.id,
                                      .kind = Kind::warm,
                                      .urgency = Urgency::priority,
                                      .topic = "mood_anxiety",
                                      .contact_id = {},
                                      .follows_id = {},
                                      .content = written.value_or(content())});
    }

    /// Information about the service, for a new person of the line's.
    Result<Opened> information_draft() {
        return referrals.create(actor(line), {.person_id = person(line).id,
                                              .service_id = service.id,
                                              .kind = Kind::information,
                                              .urgency = Urgency::routine,
                                              .topic = "mood_anxiety",
                                              .contact_id = {},
                                              .follows_id = {},
                                              .content = content()});
    }

    /// Somebody who works in an institution, with an account.
    UserId staff(InstitutionId institution, access::Role role) {
        clock.advance(std::chrono::milliseconds(1));
        const auto email = Private("persona" + std::to_string(++hired) + "@prueba.invalid");
        const auto id = users.invite(actor(institution), {Private("Persona de prueba"), email, {{institution, role}}}).value().user;
        test::write(database, [&](db::Tx& tx) { tx.run("UPDATE user_account SET status = 'active' WHERE id = :id", {db::arg("id", id)}); });
        return id;
    }

    /// An institution that coordinates the network of the line and the centre, being neither.
    InstitutionId coordinated() {
        const auto network = found("Red de prueba");
        agree(line, network);
        EXPECT_TRUE(institutions.name_coordinator(actor(network), network));
        return network;
    }

    Result<Opened> move(InstitutionId who, const Opened& referral, Action action, MoveRequest more = {}) {
        more.action = action;
        more.version = referral.version;
        return referrals.move(actor(who), referral.id, more);
    }

    /// What the person said, with how they were asked: now, on the phone, by themselves.
    MoveRequest asked(std::string words = {}) const {
        MoveRequest request;
        request.asked = referrals::Asked{people::ContactKind::phone, clock.now(), disclosure::Giver::person};
        if (!words.empty()) request.text = Private(std::move(words));
        return request;
    }

    /// Attended, and the receiver says how it ended: the origin is to ask the person.
    Opened reported() {
        const auto accepted = move(centre, acknowledged(), Action::accept).value();
        const auto there = move(centre, accepted, Action::confirm_first_contact, attended()).value();
        MoveRequest outcome;
        outcome.code = referrals::Reason::completed;
        outcome.text = Private("Tuvo su hora.");
        return move(centre, there, Action::report_outcome, outcome).value();
    }

    Opened sent() { return move(line, draft(), Action::send).value(); }
    Opened acknowledged() { return move(centre, sent(), Action::acknowledge).value(); }

    int hired = 0;
    InstitutionId line, centre, stranger;
    RecordId contact = RecordId::make(clock.now());  ///< the line's only one
    directory::Service service;
    crypto::PasswordPool passwords;
    access::Users users{database, vault, audit, passwords, clock};
    commitments::Calendars calendars{people, clock};
    commitments::Commitments commitments{database, audit, calendars, clock};
    TemporaryFolder folder;
    access::ErasureLedger ledger{database, vault, folder / "erasures.txt"};
    mail::Outbox outbox{database, vault.accounts(), nullptr, {}, clock};
    notices::Notices notices{{.database = database,
                              .audit = audit,
                              .users = users,
                              .commitments = commitments,
                              .outbox = outbox,
                              .public_url = "https://hebra.example.org",
                              .kinds = notices::Desk::with_own(referrals::notice_kinds()),
                              .coordinator_between = [this](InstitutionId one, std::optional<InstitutionId> other) { return institutions.coordinator_between(one, other); },
                              .clock = clock}};
    Referrals referrals{{database, vault, audit, users, institutions, people, commitments, ledger, notices,
                         [this](directory::ServiceId id) { return id == service.id ? std::optional(service) : std::nullopt; },
                         [this](db::Reader&, InstitutionId institution, RecordId id, PersonId) { return institution == line && id == contact; }, clock}};
};

}  // namespace hebra::test
