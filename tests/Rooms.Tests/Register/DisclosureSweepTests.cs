using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Tests;

/// <summary>What says that a list was taken out is kept as long as the plan says (TT-16) and no longer.</summary>
public sealed class DisclosureSweepTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task It_stays_on_the_last_day_of_five_years_and_is_gone_after_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var made = Helsinki.StartOf(new DateOnly(2024, 2, 29)).AddHours(12);
        await AddAsync(house, made);
        await AddAsync(house, made.AddDays(1));

        // Five years after a leap day is the last of February.
        house.Clock.StopAt(Helsinki.EndOf(new DateOnly(2029, 2, 28)).AddSeconds(-1));
        Assert.Equal(new JobReport(), await SweepAsync(house));
        house.Clock.StopAt(Helsinki.EndOf(new DateOnly(2029, 2, 28)));
        Assert.Equal(new JobReport(1, 1), await SweepAsync(house));
        Assert.Equal(new JobReport(), await SweepAsync(house));

        Assert.Equal(made.AddDays(1), await house.ReadAsync(db => db.Set<Disclosure>().Select(d => d.At).SingleAsync()));
        Assert.Single(await house.AuditedAsync(), d => d == "register.disclosures.swept");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_citys_own_plan_decides_and_a_legal_hold_on_the_maker_keeps_it(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var kai = await house.Town.StaffAsync("Kai Virta");
        await AddAsync(house, house.Now.AddDays(-400), kai);
        await AddAsync(house, house.Now.AddDays(-400));
        await house.WriteAsync(db => db.Set<RetentionClass>().Where(c => c.Id == Disclosure.Class).ExecuteUpdateAsync(set => set.SetProperty(c => c.Period, 1)));
        await house.WriteAsync(db =>
        {
            db.Add(new LegalHold { Id = LegalHoldId.New(), Person = kai, Reason = "Selvitys", PlacedAt = house.Now, LastDay = house.Clock.Today(), UntilUtc = house.Now.AddHours(1) });
            return Task.CompletedTask;
        });

        Assert.Equal(1, (await SweepAsync(house)).Changed);
        Assert.Equal(kai, await house.ReadAsync(db => db.Set<Disclosure>().Select(d => d.By).SingleAsync()));
        house.Clock.Move(TimeSpan.FromHours(2));
        Assert.Equal(1, (await SweepAsync(house)).Changed);
    }

    [Theory]
    [InlineData(5, PeriodUnit.Years, "2029-02-28", "2024-02-28")]
    [InlineData(5, PeriodUnit.Years, "2029-03-01", "2024-03-01")]
    [InlineData(4, PeriodUnit.Years, "2028-02-29", "2024-02-29")]
    [InlineData(1, PeriodUnit.Years, "2028-02-29", "2027-03-01")]
    [InlineData(1, PeriodUnit.Months, "2027-03-30", "2027-03-01")]
    [InlineData(1, PeriodUnit.Months, "2027-04-30", "2027-03-30")]
    [InlineData(35, PeriodUnit.Days, "2027-03-30", "2027-02-23")]
    public void The_first_day_that_is_still_kept_lasts_until_today(int length, PeriodUnit unit, string today, string first) =>
        Assert.Equal(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture),
            Helsinki.Day(new Period(length, unit).Before(Helsinki.StartOf(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).AddHours(9))));

    private static Task<JobReport> SweepAsync(TestHouse house) => house.InAsync((DisclosureSweep job) => job.RunAsync(default));

    private static Task AddAsync(TestHouse house, DateTime at, PersonId? by = null) => house.WriteAsync(db =>
    {
        db.Add(new Disclosure { Id = DisclosureId.New(), By = by, At = Instants.Whole(at), Purpose = "Kriisiviestintä", Registers = "A", Filter = "", Columns = "phone", People = 12 });
        return Task.CompletedTask;
    });
}
