using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

public sealed class OperatorTests
{
    private static readonly Text City = new(Fi: "Kuusisalmen kaupunki", Sv: "Kuusisalmi stad", En: "City of Kuusisalmi");

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_first_operator_is_made_on_the_machine_once_and_needs_a_factor(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (slip, refusal) = await AddAsync(house, "outi.salmela");
        Assert.Null(refusal);

        const string password = "metsän laita on hiljaa";
        Assert.Null((await house.InAsync((CodeActions c) => c.UseAsync(new("outi.salmela", slip!.Words, password, null)))).Refusal);
        var row = await house.InAsync(async (DoorQueries d) => await d.SessionAsync(Secrets.Hash((await house.TryAsync("outi.salmela", password)).Secret!)));
        var visitor = new Visitor();
        visitor.Enter(row!);
        Assert.Equal((true, true, GateWay.FactorPage), (visitor.IsStaff, visitor.FactorRequired, visitor.Gate));

        var (again, second) = await AddAsync(house, "joku.muu");
        Assert.Equal((null, AuthorityText.HasOperator), (again, second!.Reason));
    }

    private static Task<(Slip? Slip, Refusal? Refusal)> AddAsync(TestHouse house, string userId) =>
        house.InAsync((OperatorActions o) => o.AddAsync(userId, "Outi", "Salmela", null, City));
}
