// The directory as it is kept: imports, changes, confirmations and doubts, on both databases.
#include <gtest/gtest.h>

#include "features/directory/contact.hpp"
#include "features/directory/test_house.hpp"

namespace hebra::directory {
namespace {

class KeptDirectory : public test::OnBothDatabases<test::schema> {
  protected:
    void SetUp() override { house.load(); }

    static std::string without(std::string_view file, std::string_view code) {
        std::string kept;
        for (std::size_t at = 0; at < file.size();) {
            const auto end = std::min(file.find('\n', at), file.size() - 1) + 1;
            const auto line = file.substr(at, end - at);
            if (!line.starts_with(code)) kept += line;
            at = end;
        }
        return kept;
    }
    std::int64_t entries(std::string_view action) {
        return house.count(fmt::format("SELECT COUNT(*) FROM audit_entry WHERE action = '{}'", action));
    }
    std::int64_t open_commitments() {
        return house.count("SELECT COUNT(*) FROM commitment WHERE fulfilled_at IS NULL AND cancelled_at IS NULL");
    }

    bool has(std::string_view code) {
        const auto catalogue = directory.catalogue();
        return catalogue->find_code(code) != nullptr;
    }

    DirectoryHouse house{db()};
    Directory& directory = house.directory;
};
HEBRA_ON_BOTH_DATABASES(KeptDirectory);

TEST_P(KeptDirectory, what_it_exports_changes_nothing) {
    const auto plan = directory.plan(directory.export_csv());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->unchanged, 36U);
    EXPECT_TRUE(plan->added.empty() && plan->changed.empty() && plan->gone.empty() && plan->refused.empty());
}

TEST_P(KeptDirectory, an_import_is_all_or_nothing) {
    const auto renamed = directory.plan("code,name,institution,kind,topics,coverage,source,verified\n"
                                        "L04,Otro nombre,SENDA,general,drugs,national,x,press\n"
                                        "N01,Nueva,Red Demo,general,health,national,x,press\n");
    ASSERT_TRUE(renamed);
    test::expect_all_or_nothing(db(), [&] { (void)directory.apply({}, *renamed); });
    EXPECT_EQ(house.row("L04").name, "Otro nombre");
    EXPECT_EQ(house.row("N01").name, "Nueva");
    EXPECT_EQ(entries("directory.import"), 2);
}

TEST_P(KeptDirectory, a_plan_that_refuses_a_row_is_not_carried_out) {
    const auto plan = directory.plan("code,name,institution,kind,topics,coverage,source,verified\n"
                                     "N01,Nueva,Red Demo,general,health,national,x,press\n"
                                     "N02,Nueva,Red Demo,otra,health,national,x,press\n");
    ASSERT_EQ(plan->refused.size(), 1U);
    EXPECT_EQ(directory.apply({}, *plan).error().kind, Refused::invalid);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM service"), 36);
}

/// What somebody confirmed meanwhile is never undone by a file read before.
TEST_P(KeptDirectory, a_plan_made_before_another_change_is_refused) {
    const auto plan = directory.plan(without(shipped_csv(), "L36,"));
    const auto row = house.row("L02");
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    EXPECT_EQ(directory.apply({}, *plan, Gone::retire).error().word, hebra::words::k_changed_meanwhile);
    EXPECT_TRUE(has("L36"));
    EXPECT_TRUE(house.row("L02").channels[0].confirmation);
}

TEST_P(KeptDirectory, a_row_that_does_not_come_stays_or_is_retired_as_one_chooses) {
    const auto file = without(shipped_csv(), "L02,");
    const auto doubted = house.row("L02");
    ASSERT_TRUE(directory.doubt(house.editor, doubted.id, 0));
    ASSERT_EQ(open_commitments(), 1);
    const auto plan = directory.plan(file);
    ASSERT_EQ(plan->gone, (std::vector<std::string>{"L02"}));
    ASSERT_TRUE(directory.apply({}, *plan));
    EXPECT_TRUE(has("L02")) << "it stays";

    ASSERT_TRUE(directory.apply({}, *directory.plan(file), Gone::retire));
    EXPECT_FALSE(has("L02"));
    EXPECT_EQ(directory.find(doubted.id), std::nullopt) << "nothing new is sent there";
    EXPECT_EQ(directory.open(doubted.id)->name, "Salud Responde") << "old referrals still find it";
    EXPECT_EQ(open_commitments(), 0) << "nobody need ring what is offered no more";
    EXPECT_TRUE(directory.plan(file)->gone.empty()) << "it is not gone twice";

    const auto back = directory.plan(shipped_csv());
    ASSERT_EQ(back->changed.size(), 1U);
    EXPECT_EQ(back->changed[0].fields.front(), (FieldChange{"is_active", "no", "yes"}));
    ASSERT_TRUE(directory.apply({}, *back));
    EXPECT_EQ(house.row("L02").id, doubted.id);
}

TEST_P(KeptDirectory, a_number_is_shown_from_its_confirmation_until_somebody_doubts_it) {
    const auto standing = [&] { return dialable(house.row("L02").channels[0], house.clock.now()).standing; };
    EXPECT_EQ(standing(), Standing::unconfirmed);
    const auto row = house.row("L02");
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    EXPECT_EQ(standing(), Standing::confirmed);
    EXPECT_EQ(directory.confirm(house.editor, row.id, 0, row.version).error().kind, Refused::stale);
    EXPECT_EQ(directory.confirm(house.editor, row.id, 99, row.version + 1).error().fields[0].pointer, "/channel");

    EXPECT_EQ(directory.doubt(house.editor, row.id, 0, "+56900000999").error().word, hebra::words::k_changed_meanwhile) << "its neighbour is not struck";
    ASSERT_TRUE(directory.doubt(house.editor, row.id, 0, house.row("L02").channels[0].contact));
    EXPECT_EQ(standing(), Standing::doubted);
    EXPECT_EQ(open_commitments(), 1);
    house.clock.advance(std::chrono::minutes(1));
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, house.row("L02").version));
    EXPECT_EQ(standing(), Standing::confirmed);
    EXPECT_EQ(open_commitments(), 0) << "ringing it is what was promised";
    house.clock.advance(k_check_holds);
    EXPECT_EQ(standing(), Standing::expired);
}

TEST_P(KeptDirectory, a_wrong_number_is_promised_again_when_its_row_is_offered_again) {
    const auto id = house.row("L02").id;
    ASSERT_TRUE(directory.doubt(house.editor, id, 0));
    const auto offer = [&](bool is_active) {
        auto row = directory.open(id).value();
        row.is_active = is_active;
        ASSERT_TRUE(directory.save(house.editor, row, row.version));
    };
    offer(false);
    EXPECT_EQ(open_commitments(), 0);
    offer(true);
    EXPECT_EQ(open_commitments(), 1) << "its number is as wrong as before";
    offer(true);
    EXPECT_EQ(open_commitments(), 1) << "once";
}

TEST_P(KeptDirectory, what_was_promised_of_wrong_numbers_lasts_while_one_stands_doubted) {
    auto two = house.row("L02");
    two.channels.push_back({.kind = ChannelKind::email, .contact = "ayuda@example.org"});
    ASSERT_TRUE(directory.save(house.editor, two, two.version));
    const auto version = [&] { return house.row("L02").version; };
    const auto last = two.channels.size() - 1;
    ASSERT_TRUE(directory.doubt(house.editor, two.id, 0));
    ASSERT_TRUE(directory.confirm(house.editor, two.id, last, version()));
    EXPECT_EQ(open_commitments(), 1) << "the other answered";
    ASSERT_TRUE(directory.doubt(house.editor, two.id, last));
    ASSERT_TRUE(directory.confirm(house.editor, two.id, 0, version()));
    EXPECT_EQ(open_commitments(), 1) << "the second doubt is still to be checked";
    auto without = house.row("L02");
    without.channels.pop_back();
    ASSERT_TRUE(directory.save(house.editor, without, without.version));
    EXPECT_EQ(open_commitments(), 0) << "the wrong one is gone";
}

TEST_P(KeptDirectory, a_doubt_from_outside_ends_by_confirming_its_channel) {
    auto two = house.row("L02");
    two.channels.push_back({.kind = ChannelKind::email, .contact = "ayuda@example.org"});
    ASSERT_TRUE(directory.save(house.editor, two, two.version));
    ASSERT_TRUE(directory.confirm(house.editor, two.id, 0, house.row("L02").version));
    ASSERT_TRUE(directory.doubt(house.somebody(house.found("Otra Línea Demo")), two.id, 0));
    EXPECT_EQ(dialable(house.row("L02").channels[0], house.clock.now()).standing, Standing::confirmed);
    auto edited = house.row("L02");
    edited.notes = "Timbre 2";
    ASSERT_TRUE(directory.save(house.editor, edited, edited.version));
    ASSERT_TRUE(directory.confirm(house.editor, two.id, two.channels.size() - 1, edited.version + 1));
    EXPECT_EQ(open_commitments(), 1) << "nobody rang that one";
    ASSERT_TRUE(directory.confirm(house.editor, two.id, 0, edited.version + 2));
    EXPECT_EQ(open_commitments(), 0);
}

TEST_P(KeptDirectory, nothing_stays_promised_of_a_row_that_its_keeper_takes_out_of_offer) {
    ASSERT_TRUE(directory.doubt(house.editor, house.row("L02").id, 0));
    auto row = house.row("L02");
    row.is_active = false;
    ASSERT_TRUE(directory.save(house.editor, row, row.version));
    EXPECT_EQ(open_commitments(), 0);
    ASSERT_TRUE(directory.doubt(house.editor, row.id, 0));
    EXPECT_EQ(open_commitments(), 0) << "nobody is sent there";
}

TEST_P(KeptDirectory, nobody_outside_the_network_changes_confirms_or_hides_a_number) {
    const auto row = house.row("L02");
    const auto stranger = house.somebody(house.found("Otra Línea Demo"));
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    const auto confirmed = house.row("L02");
    EXPECT_EQ(directory.save(stranger, confirmed, confirmed.version).error().word, words::k_not_your_row);
    EXPECT_EQ(directory.confirm(stranger, row.id, 0, confirmed.version).error().word, words::k_not_your_row);
    ASSERT_TRUE(directory.doubt(stranger, row.id, 0));
    EXPECT_EQ(dialable(house.row("L02").channels[0], house.clock.now()).standing, Standing::confirmed);
    EXPECT_EQ(house.count(fmt::format("SELECT COUNT(*) FROM commitment WHERE institution_id = '{}'", house.line.text())), 1)
        << "whoever confirmed it is asked";
}

TEST_P(KeptDirectory, a_wrong_number_of_nobodys_row_goes_to_who_coordinates_whoever_says_it_first) {
    const auto row = house.row("L02");
    const auto network = house.found("Red Demo");
    const auto stranger = house.somebody(house.found("Otra Línea Demo"));
    ASSERT_TRUE(house.institutions.name_coordinator(house.editor, network));
    ASSERT_TRUE(directory.doubt(stranger, row.id, 0));
    EXPECT_FALSE(house.row("L02").channels[0].doubted_at) << "from outside nobody hides a number";
    ASSERT_TRUE(directory.doubt(house.editor, row.id, 0));
    EXPECT_TRUE(house.row("L02").channels[0].doubted_at);
    EXPECT_EQ(house.count(fmt::format("SELECT COUNT(*) FROM commitment WHERE institution_id = '{}'", network.text())), 1);
    EXPECT_EQ(house.count("SELECT COUNT(*) FROM commitment"), 1);
}

TEST_P(KeptDirectory, nobody_adds_a_service_in_the_name_of_another_member) {
    house.found("Hospital Demo");
    Service service;
    service.name = "Urgencia";
    service.institution = " hospital demo ";
    const auto refused = directory.add(house.editor, service, "Línea Demo Joven", false);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).word, words::k_theirs_to_add);
}

TEST_P(KeptDirectory, a_confirmed_row_says_who_rang) {
    const auto row = house.row("L02");
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    EXPECT_EQ(house.row("L02").caller.known_as, "Línea Demo Joven");
    EXPECT_EQ(house.row("L02").caller.by, house.editor.user);
}

TEST_P(KeptDirectory, a_row_of_an_institution_is_its_own) {
    auto row = house.row("L02");
    const auto stranger = DirectoryHouse::allowed(house.somebody(house.found("CESFAM Demo")), {k_directory_hide.name, k_directory_keep.name});
    test::write(house.database, [&](db::Tx& tx) {
        auto owned = static_cast<directory::Service&>(row);
        owned.institution_id = house.line;
        ASSERT_TRUE(store::save(tx, owned, row.version, house.clock.now(), house.audit.record(tx, house.editor, {.action = "test"})));
    });
    row = house.row("L02");
    EXPECT_EQ(directory.save(stranger, row, row.version).error().word, words::k_not_your_row);
    EXPECT_EQ(directory.confirm(stranger, row.id, 0, row.version).error().word, words::k_not_your_row);
    EXPECT_TRUE(directory.confirm(house.somebody(house.line), row.id, 0, row.version));
}

TEST_P(KeptDirectory, whoever_confirmed_a_number_is_asked_once_to_check_it_again_when_it_ran_out) {
    const auto row = house.row("L02");
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    EXPECT_EQ(directory.ask_to_check_again(), 0);
    house.clock.advance(k_check_holds);
    EXPECT_EQ(directory.ask_to_check_again(), 1);
    EXPECT_EQ(directory.ask_to_check_again(), 0);
    EXPECT_EQ(entries("directory.run_out"), 1);
    EXPECT_EQ(open_commitments(), 1);
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, house.row("L02").version));
    EXPECT_EQ(directory.ask_to_check_again(), 0);
    EXPECT_EQ(open_commitments(), 0);
}

TEST_P(KeptDirectory, the_catalogue_is_built_anew_before_its_hours_run_out) {
    const auto first = directory.catalogue();
    house.clock.advance(std::chrono::hours(6 * 24));
    directory.refresh();
    EXPECT_EQ(directory.catalogue(), first) << "nothing changed";
    house.clock.advance(std::chrono::hours(24));
    directory.refresh();
    const auto second = directory.catalogue();
    EXPECT_NE(second, first);
    EXPECT_EQ(second->services().size(), 36U);
    directory.refresh();
    EXPECT_EQ(directory.catalogue(), second) << "once";
}

TEST_P(KeptDirectory, an_edit_confirms_nothing) {
    auto row = house.row("L02");
    ASSERT_TRUE(directory.confirm(house.editor, row.id, 0, row.version));
    auto edited = house.row("L02");
    edited.channels[0].contact = "600 360 7778";
    edited.channels[0].confirmation = Confirmation{house.editor.user, house.clock.now(), house.clock.now() + k_check_holds};
    const auto saved = directory.save(house.editor, edited, edited.version);
    ASSERT_TRUE(saved);
    EXPECT_FALSE(saved->channels[0].confirmation) << "another number must be rung";
    edited.channels[0].contact = "tres";
    EXPECT_EQ(directory.save(house.editor, edited, saved->version).error().fields[0].pointer, "/channels/0/contact");
}

TEST_P(KeptDirectory, an_edit_says_nothing_that_no_import_would_take) {
    const auto fields = [&](const Service& typed) {
        std::vector<std::string> named;
        const auto saved = directory.save(house.editor, typed, house.row("L02").version);
        if (!saved)
            for (const auto& field : saved.error().fields) named.push_back(field.pointer + " " + std::string(field.word.code));
        return named;
    };
    auto row = house.row("L02");
    row.age_min = -7;
    row.age_max = 130;
    row.name = "  ";
    row.topics.clear();
    row.coverage = {.reach = Reach::places};
    row.capacity = {.places = -1, .waiting_days = -3};
    EXPECT_EQ(fields(row), (std::vector<std::string>{"/name cell_empty", "/age_min age_impossible", "/age_max age_impossible", "/topics cell_empty",
                                                     "/coverage cell_empty", "/capacity/places cell_not_number",
                                                     "/capacity/waiting_days cell_not_number"}));
    row = house.row("L02");
    row.age_min = 30;
    row.age_max = 15;
    EXPECT_EQ(fields(row), std::vector<std::string>{"/age_max ages_reversed"});
    row = house.row("L02");
    row.capacity = {.places = 2, .places_free = 3};
    EXPECT_EQ(fields(row), std::vector<std::string>{"/capacity/places_free places_impossible"});
    row = house.row("L02");
    row.source.clear();
    row.as_of = "ayer";
    EXPECT_EQ(fields(row), (std::vector<std::string>{"/source cell_empty", "/as_of cell_not_as_of"}));
    EXPECT_EQ(house.row("L02").version, 1);
}

TEST_P(KeptDirectory, an_edit_says_nothing_of_how_well_the_row_is_known) {
    const auto before = house.row("L02");
    auto typed = before;
    typed.code = "OTRO";
    typed.institution = "Otra";
    typed.institution_id = house.line;
    typed.verified = Verified::by_editor;
    typed.checked_on = typed.rung_on = typed.expires_on = *parse_date("2030-01-01");
    typed.checker.known_as = typed.caller.known_as = "Nadie";
    typed.name = " Salud Responde, de día ";
    const auto after = directory.save(house.editor, typed, before.version).value();
    EXPECT_EQ(after.name, "Salud Responde, de día");
    Service same = after;
    same.name = before.name;
    EXPECT_EQ(same, static_cast<const Service&>(before));
}

TEST_P(KeptDirectory, whoever_rings_checks_the_row_and_confirms_only_what_answered) {
    const auto row = house.row("L02");
    const auto vain = directory.rang(house.editor, row.id, {}, row.version).value();
    EXPECT_EQ(vain.rung_by, "Línea Demo Joven");
    EXPECT_EQ(vain.verified, row.verified) << "nobody answered";
    EXPECT_FALSE(vain.checked_on);
    EXPECT_EQ(directory.rang(house.editor, row.id, {{9}}, vain.version).error().fields[0].pointer, "/channels");
    EXPECT_EQ(directory.rang(house.editor, row.id, {{-1}}, vain.version).error().fields[0].pointer, "/channels");
    const auto rung = directory.rang(house.editor, row.id, {{0}}, vain.version).value();
    EXPECT_EQ(rung.verified, Verified::by_editor);
    EXPECT_EQ(rung.checked_by, "Línea Demo Joven") << "and not the person";
    EXPECT_EQ(rung.checked_on, rung.rung_on);
    EXPECT_EQ(rung.checker, (Caller{"Línea Demo Joven", house.editor.user, house.line}));
    EXPECT_TRUE(rung.channels[0].confirmation);
    auto stranger = house.editor;
    stranger.permissions.clear();
    EXPECT_EQ(directory.rang(stranger, row.id, {}, rung.version).error().kind, Refused::forbidden);
}

TEST_P(KeptDirectory, a_call_that_did_not_know_it_all_confirms_the_number_and_checks_nothing) {
    const auto row = house.row("L02");
    const auto all = {SixData::name, SixData::age, SixData::hours, SixData::channels, SixData::topics, SixData::entry};
    const auto knew_nothing = directory.rang(house.editor, row.id, {{0}, all}, row.version).value();
    EXPECT_TRUE(knew_nothing.channels[0].confirmation);
    EXPECT_TRUE(knew_nothing.rung_on);
    EXPECT_EQ(knew_nothing.verified, row.verified);
    EXPECT_EQ(knew_nothing.checked_on, row.checked_on);
    EXPECT_EQ(knew_nothing.checked_by, row.checked_by);
    const auto checked = directory.rang(house.editor, row.id, {{0}}, knew_nothing.version).value();
    house.clock.advance(std::chrono::days(3));
    const auto later = directory.rang(house.editor, row.id, {{0}, {SixData::age}}, checked.version).value();
    EXPECT_EQ(later.verified, Verified::by_editor) << "as it was known before";
    EXPECT_EQ(later.checked_on, checked.checked_on);
    EXPECT_EQ(later.checked_by, "Línea Demo Joven");
}

TEST_P(KeptDirectory, hours_follow_the_holidays_of_where_the_row_attends_now) {
    auto row = house.row("L02");
    row.coverage = {.reach = Reach::places, .comunas = {territory::Comuna::parse("15101").value()}};
    const auto moved = directory.save(house.editor, row, row.version).value();
    EXPECT_EQ(moved.hours.place, place_of(row.coverage));
    EXPECT_NE(moved.hours.place, place_of(Coverage{}));
}

TEST_P(KeptDirectory, a_row_without_a_way_to_reach_it_says_so_and_fits_nobody) {
    auto row = house.row("L02");
    for (auto& channel : row.channels) channel.contact.clear();
    ASSERT_TRUE(directory.save(house.editor, row, row.version));
    const auto catalogue = directory.catalogue();
    const auto answer = match(*catalogue, {.at_any_time = true, .q = "Salud Responde"}, house.clock.now());
    EXPECT_TRUE(std::ranges::none_of(answer.matches, [&](const auto& match) { return match.service->id == row.id; }));
    const auto miss = std::ranges::find_if(answer.near_misses, [&](const auto& near) { return near.service->id == row.id; });
    ASSERT_NE(miss, answer.near_misses.end());
    EXPECT_EQ(miss->why.front().code, "no_contact");
}

TEST_P(KeptDirectory, a_new_row_is_nobodys_check_and_comes_once) {
    Service typed;
    typed.name = "Taller de música";
    typed.topics = {*Topic::parse("mental_health")};
    typed.channels = {{.kind = ChannelKind::phone, .contact = "600 360 7777", .confirmation = Confirmation{{}, {}, Time::max()}}};
    typed.verified = Verified::by_editor;
    typed.capacity = {.places = 3};
    const auto added = directory.add(house.editor, typed, "Línea Demo Joven", true).value();
    EXPECT_EQ(added.institution_id, house.line);
    EXPECT_EQ(added.institution, "Línea Demo Joven");
    EXPECT_EQ(added.source, "Línea Demo Joven");
    EXPECT_EQ(added.verified, Verified::no);
    EXPECT_FALSE(added.channels[0].confirmation) << "nobody rang it";
    EXPECT_EQ(added.counted->left(), 3);
    EXPECT_TRUE(has(added.code));
    typed.name = "taller de MUSICA";
    EXPECT_EQ(directory.add(house.editor, typed, "Línea Demo Joven", true).error().word, words::k_service_exists);
    typed.institution = "Fundación de afuera";
    EXPECT_FALSE(directory.add(house.editor, typed, "Línea Demo Joven", false)->institution_id);
    auto outsider = house.editor;
    outsider.permissions.clear();
    EXPECT_EQ(directory.add(outsider, typed, "Línea Demo Joven", false).error().fields[0].pointer, "/institution");
    typed.age_min = -7;
    EXPECT_EQ(directory.add(house.editor, typed, "Línea Demo Joven", true).error().fields[0].pointer, "/age_min");
}

TEST_P(KeptDirectory, places_are_counted_from_what_the_row_says) {
    const auto file = [](std::string_view places, std::string_view free) {
        return fmt::format("code,name,institution,kind,topics,coverage,source,verified,phone,hours,places,places_free\n"
                           "N01,Nueva,Red Demo,general,health,national,x,press,600 360 7777,24/7,{},{}\n",
                           places, free);
    };
    const auto load = [&](const std::string& text) { ASSERT_TRUE(directory.apply({}, *directory.plan(text))); };
    const auto left = [&] { return house.row("N01").counted ? house.row("N01").counted->left() : -1; };
    const auto take = [&] {
        const auto id = house.row("N01").id;
        auto taking = store::Taking::not_counted;
        test::write(db(), [&](db::Tx& tx) { taking = store::take_place(tx, id); });
        return taking;
    };
    load(file("", ""));
    EXPECT_EQ(left(), -1) << "it says nothing of places";
    EXPECT_EQ(take(), store::Taking::not_counted);
    load(file("2", ""));
    EXPECT_EQ(left(), 2);
    EXPECT_EQ(take(), store::Taking::taken);
    EXPECT_EQ(take(), store::Taking::taken);
    EXPECT_EQ(take(), store::Taking::none_left);
    directory.refresh();
    const auto catalogue = directory.catalogue();
    const auto full = match(*catalogue, {.at_any_time = true, .q = "Nueva"}, house.clock.now());
    const auto miss = std::ranges::find_if(full.near_misses, [](const auto& near) { return near.service->code == "N01"; });
    ASSERT_NE(miss, full.near_misses.end());
    EXPECT_TRUE(std::ranges::any_of(miss->why, [](const auto& why) { return why.code == "no_places"; }));

    auto row = house.row("N01");
    row.name = "Renombrada";
    ASSERT_TRUE(directory.save(house.editor, row, row.version));
    EXPECT_EQ(left(), 0) << "whoever corrects the name says nothing of the places";
    row = house.row("N01");
    row.capacity.places_free = 1;
    ASSERT_TRUE(directory.save(house.editor, row, row.version));
    EXPECT_EQ(left(), 1) << "one more, besides those that referrals hold";
    EXPECT_EQ(directory.find(row.id)->capacity.places_free, 1);
    test::write(db(), [&](db::Tx& tx) { store::give_place_back(tx, row.id); });
    directory.refresh();
    EXPECT_EQ(directory.find(row.id)->capacity.places_free, 2);
    EXPECT_EQ(directory.open(row.id)->capacity.places_free, 1) << "the row says what it was told";
    load(file("", ""));
    EXPECT_EQ(left(), -1) << "it counts no more";
    EXPECT_EQ(take(), store::Taking::taken) << "but what is taken is remembered";
}

}  // namespace
}  // namespace hebra::directory
