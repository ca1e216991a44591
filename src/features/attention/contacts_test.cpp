#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

class ContactsTest : public ContactHouse {};
HEBRA_ON_BOTH_DATABASES(ContactsTest);

TEST_P(ContactsTest, the_smallest_contact_is_a_channel) {
    const auto contact = create();
    EXPECT_EQ(contact.status, ContactStatus::open);
    EXPECT_EQ(contact.channel, ContactChannel::phone);
    EXPECT_EQ(contact.direction, Direction::inbound);
    EXPECT_EQ(contact.started_at, house.clock.now());
    EXPECT_EQ(contact.agent_id, actor.user);
    EXPECT_FALSE(contact.late);
    EXPECT_FALSE(contact.person_id);
    EXPECT_EQ(contact.form_version.text(), "1.0.0");
    EXPECT_EQ(contact.version, 1);
    const auto again = contacts.open(actor, contact.id).value();
    EXPECT_EQ(json::write(again), json::write(contact));
}

TEST_P(ContactsTest, one_tap_closes_at_once) {
    NewContact silent;
    silent.disposition = json::Change<Disposition>::set(Disposition::silent);
    const auto contact = create(silent);
    EXPECT_EQ(contact.status, ContactStatus::closed);
    EXPECT_EQ(contact.ended_at, house.clock.now());
    EXPECT_EQ(contact.duration_seconds, 0);
}

TEST_P(ContactsTest, what_was_said_comes_back_whole_and_is_nowhere_in_the_clear) {
    auto given = told();
    given.service_id = json::Change<directory::ServiceId>::set(service);
    const auto contact = create(given);
    const auto again = contacts.open(actor, contact.id).value();
    EXPECT_EQ(again.narrative->reveal(), k_planted);
    EXPECT_EQ(again.moments.size(), 4U);
    EXPECT_EQ(again.moments[3].moment, Moment::problem);
    EXPECT_EQ(again.topics, std::vector<std::string>({"mood_anxiety", "family"}));
    EXPECT_EQ(again.service_id, service);
    EXPECT_NE(again.answers.text.find("Dormir el domingo"), std::string::npos);
    EXPECT_EQ(test::contents(db()).find(k_planted), std::string::npos);
    EXPECT_EQ(test::contents(db()).find("Dormir"), std::string::npos);
}

TEST_P(ContactsTest, refuses_with_the_field_and_keeps_nothing) {
    const auto before = test::contents(db());
    const auto pointers = [&](const std::function<void(NewContact&)>& change) {
        NewContact contact;
        change(contact);
        return pointers_of(contacts.create(actor, contact));
    };
    const Time now = house.clock.now();
    EXPECT_EQ(pointers([&](NewContact& c) { c.started_at = now + std::chrono::hours(1); }), "/started_at ");
    EXPECT_EQ(pointers([&](NewContact& c) { c.started_at = *parse_time("1900-01-01T12:00:00Z"); }), "/started_at ");
    EXPECT_EQ(pointers([&](NewContact& c) { c.started_at = now - k_oldest - std::chrono::seconds(1); }), "/started_at ");
    EXPECT_EQ(pointers([&](NewContact& c) { c.ended_at = json::Change<Time>::set(now - std::chrono::hours(1)); }), "/ended_at ");
    EXPECT_EQ(pointers([&](NewContact& c) {
        c.started_at = now - std::chrono::hours(40);
        c.ended_at = json::Change<Time>::set(now - std::chrono::hours(1));
    }), "/ended_at ");
    EXPECT_EQ(pointers([](NewContact& c) { c.topics = {"mood_anxiety", "astrology"}; }), "/topics/1 ");
    EXPECT_EQ(pointers([](NewContact& c) { c.answers = json::Raw{"[]"}; }), "/answers ");
    EXPECT_EQ(pointers([](NewContact& c) { c.answers = json::Raw{R"({"plan_steps":[{}],"colour":"red"})"}; }),
              "/answers/plan_steps/0/step /answers/colour ");
    EXPECT_EQ(pointers([](NewContact& c) {
        c.risk = json::Change<RiskLevel>::set(RiskLevel::high);
        c.disposition = json::Change<Disposition>::set(Disposition::listened);
    }), "/risk_reason ");
    EXPECT_EQ(pointers([](NewContact& c) { c.moments = std::vector<TouchedMoment>(81, {Moment::problem, {}}); }), "/moments ");
    EXPECT_EQ(pointers([](NewContact& c) { c.person_id = PersonId::make(*parse_time("2026-01-01T00:00:00Z")); }), "/person_id ");
    EXPECT_EQ(pointers([](NewContact& c) { c.person = anonymous(); c.person->run = chile::Run::parse("12.345.678-5").value(); }), "/person/run ");
    EXPECT_EQ(pointers([&](NewContact& c) { c.service_id = json::Change<directory::ServiceId>::set(directory::ServiceId::make(now)); }), "/service_id ");
    EXPECT_EQ(pointers([](NewContact& c) { c.on_behalf_of = UserId::make(*parse_time("2026-01-01T00:00:00Z")); }), "/on_behalf_of ");
    EXPECT_EQ(test::contents(db()), before);
}

TEST_P(ContactsTest, a_stranger_finds_nothing) {
    const auto contact = create(told());
    EXPECT_EQ(code_of(contacts.open(stranger, contact.id)), "not_found");
    EXPECT_EQ(code_of(contacts.earlier(stranger, contact.id)), "not_found");
    EXPECT_EQ(code_of(contacts.change(stranger, contact.id, {}, 1)), "not_found");
    EXPECT_EQ(code_of(contacts.move(stranger, contact.id, move_of(ContactAction::close, 1))), "not_found");
    NewContact with_other_person;
    with_other_person.person_id = house.person(institution).id;
    EXPECT_EQ(code_of(contacts.create(stranger, with_other_person)), "person_not_here");
}

TEST_P(ContactsTest, written_late_it_keeps_both_times) {
    const auto person = house.person(institution);
    NewContact late;
    late.person_id = person.id;
    late.started_at = house.clock.now() - std::chrono::hours(4);
    late.ended_at = json::Change<Time>::set(house.clock.now() - std::chrono::hours(3));
    const auto contact = create(late);
    EXPECT_TRUE(contact.late);
    EXPECT_EQ(contact.entered_at, house.clock.now());
    EXPECT_EQ(contact.duration_seconds, 3600);
    ASSERT_EQ(events_of(person).size(), 1U);
    EXPECT_EQ(events_of(person)[0].event_at, *late.started_at);
    EXPECT_EQ(events_of(person)[0].entered_at, house.clock.now());

    ContactChange earlier_still;
    earlier_still.started_at = house.clock.now() - std::chrono::hours(5);
    ASSERT_TRUE(contacts.change(actor, contact.id, earlier_still, 1));
    ASSERT_EQ(events_of(person).size(), 1U);
    EXPECT_EQ(events_of(person)[0].event_at, *earlier_still.started_at);
}

TEST_P(ContactsTest, paper_of_five_years_is_still_copied_in_and_corrected_years_after) {
    NewContact old;
    old.started_at = house.clock.now() - k_oldest;
    const auto contact = create(old);
    house.clock.advance(std::chrono::days(400));
    ContactChange change;
    change.topics = {"family"};
    EXPECT_TRUE(contacts.change(actor, contact.id, change, 1));
    change.started_at = *parse_time("1900-01-01T12:00:00Z");
    EXPECT_EQ(pointers_of(contacts.change(actor, contact.id, change, 2)), "/started_at ");
}

TEST_P(ContactsTest, written_late_without_an_end_it_has_no_duration) {
    NewContact late;
    late.started_at = house.clock.now() - std::chrono::hours(4);
    late.disposition = json::Change<Disposition>::set(Disposition::oriented);
    const auto contact = create(late);
    EXPECT_EQ(contact.status, ContactStatus::closed);
    EXPECT_FALSE(contact.ended_at);
    EXPECT_FALSE(contact.duration_seconds);
}

TEST_P(ContactsTest, on_behalf_of_a_colleague_it_keeps_who_attended_and_who_wrote) {
    const auto paz = colleague();
    NewContact given;
    given.on_behalf_of = paz;
    const auto contact = create(given);
    EXPECT_EQ(contact.agent_id, paz);
    EXPECT_EQ(contact.entered_by, actor.user);
    EXPECT_EQ(contacts.open(actor, contact.id)->entered_by, actor.user);
    given.on_behalf_of = colleague(access::Role::privacy_officer);
    EXPECT_EQ(pointers_of(contacts.create(actor, given)), "/on_behalf_of ") << "whoever protects data attends nobody";
    given.on_behalf_of = paz;
    const auto once = contacts.create(repeating("k1"), given).value();
    ASSERT_TRUE(users.disable(actor, paz));
    EXPECT_EQ(contacts.create(repeating("k1"), given)->id, once.id) << "a repeat is asked nothing again";
    EXPECT_EQ(pointers_of(contacts.create(actor, given)), "/on_behalf_of ");
}

TEST_P(ContactsTest, a_repeat_is_carried_out_once) {
    NewContact given = told();
    given.person = anonymous();
    const auto first = contacts.create(repeating("k1"), given).value();
    EXPECT_TRUE(first.return_code);
    const auto second = contacts.create(repeating("k1"), given).value();
    EXPECT_EQ(second.id, first.id);
    EXPECT_EQ(second.thread_code, first.thread_code);
    EXPECT_EQ(second.return_code, first.return_code);
    EXPECT_EQ(second.narrative->reveal(), k_planted);
    EXPECT_EQ(looks_at(first.id), 1) << "a repeat is answered with what was said, and that is a look";
    EXPECT_EQ(rows("contact"), 1);
    EXPECT_EQ(rows("person"), 1);
    EXPECT_EQ(rows("thread_event"), 1);

    ContactChange change;
    change.summary = json::Change<Private>::set(Private("Otra cosa"));
    const auto changed = contacts.change(repeating("k2"), first.id, change, 1).value();
    const auto changed_again = contacts.change(repeating("k2"), first.id, change, 1).value();
    EXPECT_EQ(changed.version, 2);
    EXPECT_EQ(changed_again.version, 2);
    EXPECT_EQ(changed_again.agent_name, changed.agent_name);
    EXPECT_EQ(looks_at(first.id), 1) << "the same look, within the minute";
    house.clock.advance(std::chrono::hours(1));
    ASSERT_TRUE(contacts.change(repeating("k2"), first.id, change, 1));
    EXPECT_EQ(looks_at(first.id), 2);
    EXPECT_EQ(code_of(contacts.change(repeating("k3"), first.id, change, 1)), "changed_meanwhile");
}

TEST_P(ContactsTest, what_is_absent_stays_and_null_clears) {
    const auto contact = create(told());
    ContactChange change;
    change.summary = json::Change<Private>::clear();
    change.risk = json::Change<RiskLevel>::set(RiskLevel::low);
    change.topics = {"bullying"};
    const auto after = contacts.change(actor, contact.id, change, 1).value();
    EXPECT_FALSE(after.summary);
    EXPECT_EQ(after.risk, RiskLevel::low);
    EXPECT_EQ(after.narrative->reveal(), k_planted);
    EXPECT_EQ(after.version, 2);
    EXPECT_EQ(json::write(contacts.open(actor, contact.id).value()), json::write(after));
    EXPECT_EQ(rows("contact_topic"), 1);
    EXPECT_EQ(contacts.change(actor, contact.id, change, 1).error().kind, Refused::stale);
}

TEST_P(ContactsTest, closing_asks_for_how_it_ended_and_sets_the_end) {
    const auto contact = create(told());
    house.clock.advance(std::chrono::minutes(19));
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, move_of(ContactAction::close, 1))), "/disposition ");
    auto close = move_of(ContactAction::close, 1);
    close.disposition = Disposition::plan_made;
    const auto closed = contacts.move(actor, contact.id, close).value();
    EXPECT_EQ(closed.status, ContactStatus::closed);
    EXPECT_EQ(closed.duration_seconds, 19 * 60);
    EXPECT_EQ(code_of(contacts.move(actor, contact.id, move_of(ContactAction::close, 2))), "contact_state");
    EXPECT_EQ(contacts.move(actor, contact.id, move_of(ContactAction::reopen, 1)).error().kind, Refused::conflict);
}

TEST_P(ContactsTest, a_closed_contact_is_corrected_with_a_reason_and_keeps_what_it_said) {
    auto given = told();
    given.disposition = json::Change<Disposition>::set(Disposition::plan_made);
    const auto contact = create(given);
    ContactChange change;
    change.summary = json::Change<Private>::set(Private("Corregido"));
    EXPECT_EQ(pointers_of(contacts.change(actor, contact.id, change, 1)), "/reason ");
    change.reason = Private("Era de otra llamada");
    ASSERT_TRUE(contacts.change(actor, contact.id, change, 1));
    const auto earlier = contacts.earlier(actor, contact.id).value();
    ASSERT_EQ(earlier.size(), 1U);
    EXPECT_EQ(earlier[0].reason.reveal(), "Era de otra llamada");
    EXPECT_EQ(earlier[0].contact.summary->reveal(), k_planted);
    EXPECT_EQ(earlier[0].contact.version, 1);
    EXPECT_EQ(contacts.open(actor, contact.id)->summary->reveal(), "Corregido");

    ContactChange shorter;
    shorter.reason = Private("Sacar el plan");
    shorter.answers = json::Raw{"{}"};
    EXPECT_EQ(pointers_of(contacts.change(actor, contact.id, shorter, 2)), "/answers/plan_steps/0 ");
    shorter.answers = json::Raw{R"({"plan_steps":[{"step":"Dormir el domingo","step_owner":"person","step_state":"dropped"}]})"};
    EXPECT_TRUE(contacts.change(actor, contact.id, shorter, 2));
    EXPECT_EQ(contacts.earlier(actor, contact.id)->size(), 2U);
    EXPECT_EQ(test::contents(db()).find(k_planted), std::string::npos);
}

TEST_P(ContactsTest, reopened_with_a_reason_it_can_be_written_again) {
    auto given = told();
    given.disposition = json::Change<Disposition>::set(Disposition::interrupted);
    const auto contact = create(given);
    EXPECT_EQ(pointers_of(contacts.move(actor, contact.id, move_of(ContactAction::reopen, 1))), "/reason ");
    auto reopen = move_of(ContactAction::reopen, 1);
    reopen.reason = Private("Volvió a llamar");
    EXPECT_EQ(contacts.move(actor, contact.id, reopen)->status, ContactStatus::open);
    EXPECT_EQ(contacts.earlier(actor, contact.id)->size(), 1U);
    ContactChange change;
    change.summary = json::Change<Private>::set(Private("Sigue"));
    EXPECT_TRUE(contacts.change(actor, contact.id, change, 2));
}

TEST_P(ContactsTest, sending_removes_the_draft_it_names_in_the_same_transaction) {
    drafts::Drafts drafts(db(), house.vault, house.clock);
    const auto keep = [&](const std::string& record) {
        ASSERT_TRUE(drafts.save(actor, std::string(k_form), record, {json::Raw{R"({"problem":"…"})"}, 0}));
    };
    keep("new");
    NewContact given;
    (void)create(given);
    EXPECT_EQ(rows("draft"), 1);  // another call's draft is not ours to remove
    given.draft = "new";
    given.topics = {"astrology"};
    EXPECT_FALSE(contacts.create(actor, given));
    EXPECT_EQ(rows("draft"), 1);
    given.topics.reset();
    const auto contact = create(given);
    EXPECT_EQ(rows("draft"), 0);

    keep(contact.id.text());
    ContactChange change;
    change.draft = contact.id.text();
    EXPECT_FALSE(contacts.change(actor, contact.id, change, 7));
    EXPECT_EQ(rows("draft"), 1);
    EXPECT_TRUE(contacts.change(actor, contact.id, change, 1));
    EXPECT_EQ(rows("draft"), 0);
}

TEST_P(ContactsTest, writing_one_up_costs_few_statements) {
    (void)create();  // keys and forms are in memory from here on
    EXPECT_LE(test::statements_of(db(), [&] { (void)create(); }), 4U);  // audit entry, its place in the queue, key, contact
    auto given = told();
    given.person = anonymous();
    EXPECT_LE(test::statements_of(db(), [&] { (void)create(given); }), 13U);
}

TEST_P(ContactsTest, the_audit_tells_names_of_fields_and_every_look) {
    const auto contact = create(told());
    for (int i = 0; i < 3; ++i) (void)contacts.open(actor, contact.id);
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.view'"), 1);  // one look a minute
    house.clock.advance(std::chrono::seconds(61));
    (void)contacts.open(actor, contact.id);
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.view'"), 2);
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.create' AND fields = 'topics,moments,summary,narrative,answers'"), 1);
}

}  // namespace
}  // namespace hebra::attention
