namespace Tupa.Register;

/// <summary>A round in which heads are asked whether each of their people is still right: from the first of April, and from the first of October.</summary>
public readonly record struct ConfirmationRound(DateOnly Opens)
{
    private const int Days = 30;

    /// <summary>Inclusive. What is not confirmed by then can still be, until the next round opens, and is counted as late.</summary>
    public DateOnly LastDay => Opens.AddDays(Days - 1);

    /// <summary>The one that opened last.</summary>
    public static ConfirmationRound Of(DateOnly today) => new(today.Month switch
    {
        >= 10 => new(today.Year, 10, 1),
        >= 4 => new(today.Year, 4, 1),
        _ => new(today.Year - 1, 10, 1),
    });

    public bool IsOpen(DateOnly today) => Opens <= today && today <= LastDay;

    public ConfirmationRound Next => new(Opens.AddMonths(6));
}
