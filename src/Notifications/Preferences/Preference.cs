using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Notifications;

/// <summary>How soon a kind of news comes by mail. In the inbox it is at once in any case.</summary>
[Stored]
public enum Pace
{
    Now,
    Daily,
    Never,
}

/// <summary>What a person has chosen for one kind of news; no row means the default.</summary>
internal sealed class Preference
{
    public required PersonId Person { get; init; }
    public required NoticeKind Kind { get; init; }
    public required Pace Pace { get; set; }
    public required DateTime ChosenAt { get; set; }
}

internal sealed class PreferenceTable : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> preference)
    {
        preference.ToTable("notifications_preferences");
        preference.HasKey(p => new { p.Person, p.Kind });

        // Who wants what is new in their spaces at once?
        preference.HasIndex(p => new { p.Kind, p.Pace });
    }
}

/// <summary>When a person is left alone; no row means the default.</summary>
internal sealed class QuietTime
{
    public required PersonId Person { get; init; }
    public required int FromHour { get; set; }
    public required int UntilHour { get; set; }
    public required bool Weekends { get; set; }

    public QuietHours Hours => new(FromHour, UntilHour, Weekends);
}

internal sealed class QuietTimeTable : IEntityTypeConfiguration<QuietTime>
{
    public void Configure(EntityTypeBuilder<QuietTime> quiet)
    {
        quiet.ToTable("notifications_quiet_times");
        quiet.HasKey(q => q.Person);
    }
}
