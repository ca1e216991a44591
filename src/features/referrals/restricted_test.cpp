// Class 4: it travels with the ficha, and is opened apart from it by the person it names.
#include <gtest/gtest.h>

#include "features/referrals/words.hpp"
#include "tests/support/referral_office.hpp"

namespace hebra::referrals {
namespace {

using test::Office;

struct ReferralRestricted : test::OnBothDatabases<test::house_schema> {
    /// Somebody who signs in at an institution, and how they act there.
    Actor staff(Office& office, InstitutionId where, std::string email, access::Role role) {
        auto actor = office.actor(where);
        actor.user = office.users.invite(actor, {Private("Persona de prueba"), Private(email), {{where, role}}}).value().user;
        test::write(db(), [&](db::Tx& tx) { tx.run("UPDATE user_account SET status = 'active' WHERE id = :id", {db::arg("id", actor.user)}); });
        return actor;
    }
    Actor supervisor(Office& office) {
        auto actor = office.actor(office.line);
        actor.permissions = {k_referral_supervise.name};
        return actor;
    }
    Content written(const Office& office, std::string email) {
        auto content = office.content();
        content.restricted = Restricted{Private("quien denunció"), Private("Jefatura"), Private(std::move(email))};
        return content;
    }
    Result<Opened> send(Office& office, const Actor& who, const Opened& draft) {
        MoveRequest request;
        request.action = Action::send;
        request.version = draft.version;
        return office.referrals.move(who, draft.id, request);
    }
    std::int64_t acts(InstitutionId where, std::string_view action) {
        return db().read([&](db::Reader& reader) {
            return reader.one<std::int64_t>("SELECT COUNT(*) FROM audit_entry WHERE institution_id = :where AND action = :action",
                                            {db::arg("where", where), db::arg("action", action)}).value();
        });
    }
};
HEBRA_ON_BOTH_DATABASES(ReferralRestricted);

std::string restricted_text(const Opened& referral) { return restricted_of(*referral.package)->value.reveal(); }

TEST_P(ReferralRestricted, goes_only_to_somebody_known_where_it_is_received) {
    Office office(db());
    staff(office, office.stranger, "fuera@prueba.invalid", access::Role::intake);
    staff(office, office.centre, "admin@prueba.invalid", access::Role::admin);
    for (const auto* email : {"nadie@prueba.invalid", "fuera@prueba.invalid", "admin@prueba.invalid", ""}) {
        const auto refused = send(office, supervisor(office), office.draft_by(supervisor(office), written(office, email)).value());
        ASSERT_FALSE(refused) << email;
        EXPECT_EQ(refused.error().fields.at(0).pointer, "/content/restricted/recipient_email") << email;
        EXPECT_EQ(refused.error().fields.at(0).word, words::k_reader_unknown) << email;
    }
}

TEST_P(ReferralRestricted, asks_whom_it_names_to_say_that_they_know) {
    Office office(db());
    const auto reader = staff(office, office.centre, "jefatura@prueba.invalid", access::Role::supervisor);
    const auto intake = staff(office, office.centre, "recepcion@prueba.invalid", access::Role::intake);
    const auto told = [&](const Actor& who) { return office.notices.open_of(who, {Time::max(), {}}, 50); };
    const auto send_one = [&] {
        return send(office, supervisor(office), office.draft_by(supervisor(office), written(office, "jefatura@prueba.invalid")).value()).value();
    };
    const auto referral = send_one();
    ASSERT_EQ(told(reader).size(), 1u);
    EXPECT_EQ(told(reader)[0].kind, "referral.restricted");
    EXPECT_TRUE(told(reader)[0].must_acknowledge);
    ASSERT_EQ(told(intake).size(), 1u);
    EXPECT_EQ(told(intake)[0].kind, "referral.received");
    ASSERT_TRUE(office.move(office.centre, referral, Action::acknowledge));
    EXPECT_EQ(told(reader).size(), 1u) << "that another received the ficha does not tell them";
    ASSERT_TRUE(office.referrals.open_restricted(reader, referral.id));
    EXPECT_TRUE(told(reader).empty()) << "they read it";
    MoveRequest why;
    why.code = Reason::sent_by_mistake;
    const auto withdrawn = send_one();
    ASSERT_TRUE(office.move(office.line, withdrawn, Action::cancel, why));
    EXPECT_TRUE(told(reader).empty()) << "there is nothing to read any more";

    auto closed = office.move(office.centre, office.move(office.centre, send_one(), Action::acknowledge).value(), Action::accept).value();
    closed = office.move(office.centre, closed, Action::confirm_first_contact, test::attended()).value();
    why.code = Reason::completed;
    why.text = Private("Tuvo su hora.");
    closed = office.move(office.centre, closed, Action::report_outcome, why).value();
    EXPECT_EQ(told(reader).size(), 1u);
    ASSERT_TRUE(office.move(office.line, closed, Action::close_verified, office.asked()));
    EXPECT_TRUE(told(reader).empty()) << "it is over: nobody waits for them to say so";
}

TEST_P(ReferralRestricted, no_ordinary_reading_carries_it) {
    Office office(db());
    const auto named = staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    const auto draft = office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value();
    EXPECT_EQ(draft.content->restricted->text.reveal(), "quien denunció") << "it is still being written";
    const auto sent = send(office, supervisor(office), draft).value();
    EXPECT_EQ(restricted_text(sent), "");
    EXPECT_EQ(sent.content->restricted->text.reveal(), "");
    EXPECT_TRUE(sent.opens_restricted) << "whoever supervises may open it";

    const auto read = office.referrals.open(named, sent.id).value();
    EXPECT_EQ(restricted_text(read), "") << "not even by the person named: it is opened apart";
    EXPECT_TRUE(read.opens_restricted);
    const auto moved = office.move(office.centre, read, Action::acknowledge).value();
    EXPECT_EQ(restricted_text(moved), "");
    EXPECT_FALSE(moved.opens_restricted);
    const auto paper = ficha_of(moved, {.by_institution = "Centro", .at = office.clock.now(), .verification = "", .language = Language::es});
    for (const auto& section : paper.sections)
        for (const auto& field : section.fields) EXPECT_EQ(field.text.reveal().find("denunció"), std::string::npos) << field.label;
}

TEST_P(ReferralRestricted, tells_nobody_whose_account_it_is) {
    Office office(db());
    const auto named = staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    auto asking = written(office, "nombrada@prueba.invalid");
    asking.restricted->text = Private();
    const auto agent = office.actor(office.line);
    const auto asked = office.draft_by(agent, asking).value();
    EXPECT_FALSE(asked.content->restricted) << "for whom it would be is said by whoever supervises";
    EXPECT_EQ(restricted_of(office.referrals.preview(agent, asked.id).value()), nullptr);

    const auto draft = office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value();
    EXPECT_FALSE(restricted_of(office.referrals.preview(supervisor(office), draft.id).value())->reader);
    const auto sent = send(office, supervisor(office), draft).value();
    EXPECT_FALSE(restricted_of(*sent.package)->reader);
    EXPECT_FALSE(restricted_of(*office.referrals.open(named, sent.id)->package)->reader);
}

TEST_P(ReferralRestricted, alone_makes_no_copy_with_health) {
    Office office(db());
    staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    const auto sent = send(office, supervisor(office), office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value()).value();
    const auto paper = ficha_of(sent, {.by_institution = "Centro", .at = office.clock.now(), .verification = "", .language = Language::es});
    EXPECT_FALSE(paper.mark);
    EXPECT_EQ(std::ranges::count(paper.sections, "Salud", &pdf::Section::title), 0);
    EXPECT_EQ(std::ranges::count(paper.sections, "Reservado", &pdf::Section::title), 1);
}

TEST_P(ReferralRestricted, is_written_by_whoever_supervises_and_lost_by_nobody) {
    Office office(db());
    const auto refused = office.draft_by(office.actor(office.line), written(office, "nombrada@prueba.invalid"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).word, words::k_class_4_needs_supervisor);

    const auto draft = office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value();
    const auto agent = office.actor(office.line);
    const auto read = office.referrals.open(agent, draft.id).value();
    EXPECT_EQ(read.content->restricted->text.reveal(), "");
    auto changed = office.content();
    changed.ask = Private("Segunda hora.");
    ASSERT_TRUE(office.referrals.change(agent, draft.id, {{}, {}, {}, {}, changed}, read.version));
    const auto after = office.referrals.open(supervisor(office), draft.id).value();
    EXPECT_EQ(after.content->ask.reveal(), "Segunda hora.");
    EXPECT_EQ(after.content->restricted->text.reveal(), "quien denunció");
    const auto shown = office.referrals.preview(agent, draft.id).value();
    EXPECT_EQ(restricted_of(shown)->value.reveal(), "");
}

TEST_P(ReferralRestricted, opens_for_the_person_named_and_both_chains_tell) {
    Office office(db());
    const auto named = staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    const auto colleague = staff(office, office.centre, "otra@prueba.invalid", access::Role::supervisor);
    const auto sent = send(office, supervisor(office), office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value()).value();

    const auto part = office.referrals.open_restricted(named, sent.id).value();
    EXPECT_EQ(part.recipient.reveal(), "Jefatura");
    EXPECT_EQ(part.text.reveal(), "quien denunció");
    EXPECT_EQ(acts(office.line, "referral.open_restricted"), 1);
    EXPECT_EQ(acts(office.centre, "referral.open_restricted"), 1);

    EXPECT_EQ(office.referrals.open_restricted(colleague, sent.id).error().word, words::k_for_the_named_alone);
    EXPECT_EQ(acts(office.line, "referral.view.refused"), 1) << "the origin reads of the attempt";
    EXPECT_EQ(office.referrals.open_restricted(office.actor(office.stranger), sent.id).error().kind, Refused::not_found);
}

TEST_P(ReferralRestricted, at_the_origin_it_is_for_whoever_supervises) {
    Office office(db());
    staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    const auto sent = send(office, supervisor(office), office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value()).value();
    EXPECT_EQ(office.referrals.open_restricted(supervisor(office), sent.id).value().text.reveal(), "quien denunció");
    EXPECT_EQ(office.referrals.open_restricted(office.actor(office.line), sent.id).error().kind, Refused::forbidden);
    for (const auto* act : {"referral.open_restricted", "referral.view.refused"}) {
        EXPECT_EQ(acts(office.line, act), 1) << act;
        EXPECT_EQ(acts(office.centre, act), 1) << act << ": the other side reads of it too";
    }
    EXPECT_EQ(office.referrals.open_restricted(supervisor(office), office.sent().id).error().kind, Refused::not_found) << "it has none";
}

TEST_P(ReferralRestricted, closes_with_the_permission_it_travelled_by) {
    Office office(db());
    const auto named = staff(office, office.centre, "nombrada@prueba.invalid", access::Role::intake);
    const auto sent = send(office, supervisor(office), office.draft_by(supervisor(office), written(office, "nombrada@prueba.invalid")).value()).value();
    const auto person = sent.person_id.value();
    const auto directive = office.referrals.disclosures(office.actor(office.line), person).value().items.at(0).directive_id.value();
    ASSERT_TRUE(office.referrals.withdraw(office.actor(office.line), person, directive, {disclosure::Giver::person, disclosure::Method::verbal}));
    EXPECT_EQ(office.referrals.open_restricted(named, sent.id).error().kind, Refused::not_found);
}

TEST_P(ReferralRestricted, by_which_law_it_was_shared_is_sealed_and_told_to_the_origin) {
    Office office(db());
    auto content = office.content();
    content.basis = {.kind = disclosure::BasisKind::vital_interest, .article = "Ley 21.719, art. 13", .justification = Private("Peligro inminente.")};
    const auto sent = office.move(office.line, office.draft(content), Action::send).value();
    const auto told = office.referrals.disclosures(office.actor(office.line), sent.person_id.value()).value().items.at(0);
    EXPECT_EQ(told.article, "Ley 21.719, art. 13");
    EXPECT_EQ(told.justification->reveal(), "Peligro inminente.");
}

}  // namespace
}  // namespace hebra::referrals
