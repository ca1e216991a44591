#include "features/referrals/referral.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace hebra::referrals {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // from, action, to
struct Row {
    Sides sides;
    std::string routine, priority, urgent;
};

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> row(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ',' && !quoted) row.emplace_back();
        else row.back() += c;
    }
    return row;
}

Sides sides_of(const std::string& text) {
    Sides sides = 0;
    for (const auto& side : split(text, '|')) {
        if (side == "origin") sides |= k_origin;
        if (side == "destination") sides |= k_destination;
        if (side == "person") sides |= k_person;
        if (side == "system") sides |= k_system;
        if (side == "coordinator") sides |= k_coordinator;
        if (side == "supervisor of either side") sides |= k_supervisor;
    }
    return sides;
}

template <class E>
std::string name(E value) {
    return boost::describe::enum_to_string(value, "?");
}

/// The network's own list, one entry per state it names.
std::map<Key, Row> from_csv() {
    std::ifstream file(HEBRA_REFERRAL_MOVES);
    std::map<Key, Row> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto row = cells(line);
        const auto action = row[2] == "return" ? "send_back" : row[2];
        std::vector<std::string> from = split(row[1], '|');
        if (row[1] == "any not terminal") {
            from.clear();
            for (int s = 0; s <= static_cast<int>(Status::entered_in_error); ++s)
                if (!is_terminal(static_cast<Status>(s))) from.push_back(name(static_cast<Status>(s)));
        }
        for (const auto& status : from) rows[{status, action, row[3]}] = {sides_of(row[4]), row[7], row[8], row[9]};
    }
    return rows;
}

/// Those beyond the network's list, each decided in docs/adr/0008, 0012 and 0015.
bool is_our_own(const Move& move) {
    if (move.action == Action::close_unasked) return true;
    if (move.from == Status::decline_contested && move.sides == k_system) return move.action == Action::let_stand;
    return (move.from == Status::expired || move.from == Status::failed) && move.action == Action::close_declined;
}

TEST(Moves, are_exactly_those_of_the_networks_list) {
    const auto csv = from_csv();
    ASSERT_GT(csv.size(), 40u);
    std::set<Key> ours;
    for (const auto& move : moves()) {
        if (is_our_own(move)) continue;
        const Key key{name(move.from), name(move.action), name(move.to)};
        ours.insert(key);
        const auto row = csv.find(key);
        ASSERT_NE(row, csv.end()) << name(move.from) << " " << name(move.action);
        EXPECT_EQ(move.sides, row->second.sides) << name(move.from) << " " << name(move.action);
    }
    for (const auto& [key, row] : csv)
        EXPECT_TRUE(ours.contains(key)) << "missing: " << std::get<0>(key) << " " << std::get<1>(key);
}

TEST(Moves, run_the_clocks_of_the_networks_list) {
    const auto csv = from_csv();
    for (const auto& move : moves()) {
        if (is_our_own(move)) continue;
        const auto& row = csv.at({name(move.from), name(move.action), name(move.to)});
        for (const auto& [urgency, text] : {std::pair(Urgency::routine, row.routine), std::pair(Urgency::priority, row.priority),
                                            std::pair(Urgency::urgent, row.urgent)}) {
            const auto listed = calendar::Allowance::parse(text);
            const auto ours = allowance(move.clock, urgency);
            const auto where = name(move.from) + " " + name(move.action) + " " + name(urgency);
            // "10 days after the asking was due" and the like are moments of the time-out itself, not clocks it opens.
            if (!listed || move.action == Action::time_out) continue;
            ASSERT_TRUE(ours) << where;
            EXPECT_EQ(*ours, *listed) << where;
        }
    }
}

TEST(Moves, nothing_leaves_a_terminal_state) {
    for (const auto& move : moves()) EXPECT_FALSE(is_terminal(move.from) && move.action != Action::close_declined) << name(move.from);
    EXPECT_EQ(possible(Kind::warm, Status::expired, k_origin), std::vector{Action::close_declined});
    EXPECT_TRUE(possible(Kind::warm, Status::failed, k_destination).empty());
}

TEST(Moves, the_other_sides_step_is_told_apart_from_an_impossible_one) {
    EXPECT_EQ(find_move(Kind::warm, Status::sent, Action::acknowledge, k_origin).error().word, words::k_not_your_side);
    EXPECT_EQ(find_move(Kind::warm, Status::sent, Action::mark_error, k_origin).error().word, words::k_supervisors_move);
    EXPECT_EQ(find_move(Kind::warm, Status::sent, Action::expire, k_origin).error().word, words::k_systems_move);
    EXPECT_EQ(find_move(Kind::warm, Status::decline_contested, Action::uphold, k_destination).error().word, words::k_coordinators_move);
    EXPECT_EQ(find_move(Kind::warm, Status::draft, Action::accept, k_destination).error().word, words::k_impossible_move);
    EXPECT_EQ(find_move(Kind::information, Status::draft, Action::send, k_origin).error().word, words::k_impossible_move);
    EXPECT_EQ((*find_move(Kind::formal, Status::draft, Action::send, k_origin))->to, Status::sent);
}

TEST(Moves, the_baton_passes_only_at_first_contact) {
    for (const auto status : {Status::sent, Status::acknowledged, Status::accepted, Status::scheduled, Status::waitlisted})
        EXPECT_EQ(holder(status), k_origin);
    EXPECT_EQ(holder(Status::first_contact), k_destination);
}

TEST(Moves, offered_to_a_side_are_those_it_can_make) {
    const auto offered = possible(Kind::warm, Status::acknowledged, k_destination);
    EXPECT_EQ(offered, (std::vector{Action::ask, Action::accept, Action::waitlist, Action::decline}));
}

}  // namespace
}  // namespace hebra::referrals
