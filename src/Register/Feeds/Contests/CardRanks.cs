namespace Tupa.Register;

/// <summary>Whose word counts for a value of a card: the first that says anything. One table for the house, shown on the page of each source.</summary>
public static class CardRanks
{
    private static readonly Source[] Directory = [Source.Ldap, Source.Scim, Source.Supervisors, Source.Decisions, Source.Schools, Source.Sponsors, Source.Operator];
    private static readonly Source[] Supervisors = [Source.Supervisors, Source.Ldap, Source.Scim, Source.Decisions, Source.Schools, Source.Sponsors, Source.Operator];
    private static readonly Source[] Schools = [Source.Schools, Source.Supervisors, Source.Ldap, Source.Scim, Source.Decisions, Source.Sponsors, Source.Operator];

    /// <summary>First the one that is heard before all others. The directory gives out addresses and user IDs; who somebody is and where, the supervisor knows; pupils, the school.</summary>
    public static IReadOnlyList<Source> Order(Card card, string column) => (card, column) switch
    {
        (Card.A, "email" or "user_id") => Directory,
        (Card.A, _) => Supervisors,
        (Card.B, _) => Schools,
    };

    /// <summary>The more, the earlier heard.</summary>
    public static int Rank(Card card, string column, Source source)
    {
        var order = Order(card, column);
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == source) return order.Count - i;
        }

        return 0;
    }
}
