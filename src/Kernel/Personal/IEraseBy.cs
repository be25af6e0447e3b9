namespace Tupa.Kernel;

/// <summary>By when everything about a person has been erased; the room of retention computes it from the plan of backups.</summary>
public interface IEraseBy
{
    /// <summary>The last day on which something may still be there; null while the use goes on.</summary>
    DateOnly? EraseBy(DateTime usedUntil);

    /// <summary>The same the other way round: whose use ended at this instant or before is erased by the end of this day.</summary>
    DateTime EndedBy(DateOnly day);
}
