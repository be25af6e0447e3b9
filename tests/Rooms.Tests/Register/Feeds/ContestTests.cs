using Tupa.Register;

namespace Tupa.Tests;

public sealed class ContestTests
{
    private static readonly Source[] Sources = [Source.Supervisors, Source.Decisions, Source.Sponsors, Source.Schools, Source.Scim, Source.Ldap];

    public static TheoryData<Card, string> Columns
    {
        get
        {
            var data = new TheoryData<Card, string>();
            foreach (var card in Enum.GetValues<Card>())
            {
                foreach (var column in CardColumns.Of(card)) data.Add(card, column);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Columns))]
    public void Six_sources_in_all_720_orders_give_one_card_and_one_origin(Card card, string column)
    {
        // Some say the same, some say nothing, and who speaks last differs: 3 ways of agreeing in every order.
        foreach (var values in new string?[][] { ["a", "b", "c", "d", "e", "f"], ["a", "a", "b", "b", "a", "b"], [null, "a", "b", null, "a", "a"] })
        {
            var results = Orders([0, 1, 2, 3, 4, 5]).Select(order => Heard(card, column, order, values)).ToList();
            Assert.Equal(720, results.Count);
            Assert.Single(results.Distinct());
        }
    }

    [Fact]
    public void Within_a_rank_the_newer_batch_stands_and_the_older_is_not_heard()
    {
        var at = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        var present = new Standing(Source.Schools, SourceRecordId.New(), Live: true, at);

        Assert.Equal(Outcome.Takes, Contest.Of(Card.B, "email", Source.Schools, SourceRecordId.New(), at.AddDays(1), "new", "old", present));
        Assert.Equal(Outcome.Stays, Contest.Of(Card.B, "email", Source.Schools, SourceRecordId.New(), at.AddDays(-1), "new", "old", present));
    }

    [Fact]
    public void A_source_that_has_let_go_gives_way_to_any_that_has_not()
    {
        var present = new Standing(Source.Ldap, SourceRecordId.New(), Live: false, DateTime.UnixEpoch);

        Assert.Equal(Outcome.Takes, Contest.Of(Card.A, "email", Source.Operator, SourceRecordId.New(), DateTime.UnixEpoch, "new", "old", present));
    }

    [Fact]
    public void Every_source_has_a_rank_of_its_own_for_every_column()
    {
        foreach (var (card, column) in Columns.Select(c => (c.Data.Item1, c.Data.Item2)))
            Assert.Equal(Enum.GetValues<Source>().Order(), CardRanks.Order(card, column).Order());
    }

    private static (string? Value, Source? From) Heard(Card card, string column, IReadOnlyList<int> order, string?[] values)
    {
        (string? Value, Standing? From) stands = (null, null);
        var at = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var i in order)
        {
            at = at.AddHours(1);
            if (values[i] is not { } said) continue;

            var record = new SourceRecordId(new Guid(i + 1, 0, 0, new byte[8]));
            var outcome = stands.Value is null ? Outcome.Takes : Contest.Of(card, column, Sources[i], record, at, said, stands.Value, stands.From);
            if (outcome != Outcome.Stays) stands = (said, new(Sources[i], record, Live: true, at));
        }

        return (stands.Value, stands.From?.Source);
    }

    private static IEnumerable<IReadOnlyList<int>> Orders(IReadOnlyList<int> of) => of.Count == 0
        ? [[]]
        : of.SelectMany(first => Orders([.. of.Where(i => i != first)]).Select(rest => (IReadOnlyList<int>)[first, .. rest]));
}
