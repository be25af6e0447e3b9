using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>How old a count may be that a page shows: a small one a minute, a large one as long as it takes to count it beside the pages.</summary>
public sealed class RecentCountsTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_large_audience_is_shown_as_it_was_and_counted_again_without_anybody_waiting(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var steward = await house.Town.StaffAsync("Aino Mäki");
        var (small, large) = (await house.Town.SpaceAsync("Pieni", Confidentiality.Members, steward), await house.Town.SpaceAsync("Suuri", Confidentiality.Members, steward));
        await house.WriteAsync(db =>
        {
            for (var i = 0; i < RecentCounts.Large; i++)
            {
                var person = new Person { Id = PersonId.New(), CreatedAt = house.Now, SortKey = PersonNaming.SortKey("Kansa", $"Lainen{i}") };
                db.Add(person);
                db.Add(new GroupMember { Person = person.Id, Group = large.Members, Cause = Guid.CreateVersion7(), Because = Because.Grant, FromUtc = house.Now.AddDays(-1), UntilUtc = Helsinki.Never });
            }

            return Task.CompletedTask;
        });
        house.Clock.StopAt(house.Now);
        Assert.Equal((1, RecentCounts.Large + 1), await ShownAsync());

        // Somebody came, and the house was not told: a small count is forgotten after its minute, a large one stands.
        var newcomer = await house.Town.StaffAsync("Eero Lahti");
        await house.Town.JoinAsync(newcomer, small.Members);
        await house.Town.JoinAsync(newcomer, large.Members);
        Assert.Equal((1, RecentCounts.Large + 1), await ShownAsync());
        house.Clock.Move(RecentCounts.Age);
        Assert.Equal((2, RecentCounts.Large + 1), await ShownAsync());

        // Members were changed: what is small is asked for anew, what is large is not.
        house.Services.GetRequiredService<RecentCounts>().Forget();
        var asked = await house.Statements.DuringAsync(async () => Assert.Equal((2, RecentCounts.Large + 1), await ShownAsync()));
        Assert.Equal(1, asked);

        // After its time it is shown as it was once more, and is right for the next.
        house.Clock.Move(RecentCounts.LargeAge);
        Assert.Equal((2, RecentCounts.Large + 1), await ShownAsync());
        await house.Services.GetRequiredService<RecentCounts>().Aside;
        Assert.Equal((2, RecentCounts.Large + 2), await ShownAsync());

        // What nobody asked for in an hour is counted before it is shown.
        await house.Town.JoinAsync(await house.Town.StaffAsync("Onni Niemi"), large.Members);
        house.Clock.Move(RecentCounts.Oldest);
        Assert.Equal((2, RecentCounts.Large + 3), await ShownAsync());

        // Whoever decides something is told the number of this moment.
        await house.Town.JoinAsync(await house.Town.StaffAsync("Helmi Salo"), large.Members);
        Assert.Equal(RecentCounts.Large + 4, (await house.InAsync((AudiencePeople people) => people.CountAsync(large.Audience))).Total);

        Task<(int, int)> ShownAsync() => house.InAsync(async (AudiencePeople people) =>
        {
            var counts = await people.CountsAsync([small.Audience, large.Audience]);
            return (counts[small.Audience].Total, counts[large.Audience].Total);
        });
    }
}
