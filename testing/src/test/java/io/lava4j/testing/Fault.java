package io.lava4j.testing;

/** A way to break the contract, and the test that must notice. */
enum Fault {
    TYPE_IN_CAPITALS("itsTypesAreNamesInLowerCase"),
    SCHEMA_OF_NO_STANDARD("itsSchemaIsOneOfDraft202012"),
    SCHEMA_WITH_A_SLIP("itsSchemaIsOneOfDraft202012"),
    FIELD_WITHOUT_DESCRIPTION("itsSchemaDescribesEveryField"),
    SECRET_WITHOUT_A_MARK("itsSchemaMarksSecrets"),
    SPEC_THAT_THE_SCHEMA_REFUSES("theSpecThatTheTestGivesIsValid"),
    FILE_READ_BY_THE_PROVIDER("itsProviderReadsAndWritesNothing"),
    CREDENTIALS_ASKED_TOO_EARLY("connectingDialsNothingAndAsksForNoCredentials"),
    FILE_READ_BY_CONNECT("connectingDialsNothingAndAsksForNoCredentials"),
    CREDENTIALS_ERROR_WRAPPED("anErrorOfTheCredentialsComesOutAsItIs"),
    PREPARE_EMPTIES_THE_TABLE("prepareChangesNothing"),
    HEADER_IGNORED("anOptionIsKeptOrRefusedByName"),
    REFUSAL_WITHOUT_A_NAME("anOptionIsKeptOrRefusedByName"),
    ESCAPE_IGNORED("anOptionIsKeptOrRefusedByName"),
    MAX_WARNINGS_IGNORED("anOptionIsKeptOrRefusedByName"),
    MAX_WARNINGS_KEPT_IN_SILENCE("anOptionIsKeptOrRefusedByName"),
    REFUSAL_IN_RUN("anOptionIsKeptOrRefusedByName"),
    MODE_IGNORED("aModeIsKeptOrRefusedByName"),
    LAST_OBJECT_FORGOTTEN("allObjectsAreLoaded"),
    STREAM_LEFT_OPEN("allObjectsAreLoaded"),
    STORE_CLOSED("allObjectsAreLoaded"),
    LAST_ROW_FORGOTTEN("anObjectMayEndWithoutATerminator"),
    LAST_ROW_JOINED_TO_THE_NEXT_OBJECT("anObjectMayEndWithoutATerminator"),
    NULL_TAKEN_FOR_AN_N("anEscapedNAloneIsNull"),
    PLAN_WITHOUT_A_STATEMENT("thePlanTellsWhatWillBeDone"),
    STATEMENT_NOT_TOLD("aLoadTellsWhatItDoesOfItsPlan"),
    PROGRESS_OF_EACH_OBJECT("progressNeverFallsAndEndsWithAllBytes"),
    PROGRESS_THAT_ENDS_TOO_EARLY("progressNeverFallsAndEndsWithAllBytes"),
    PART_OF_THE_ROWS_LEFT("anObjectThatBreaksOffFailsTheLoadAndNothingIsLoaded"),
    ERROR_OF_A_FOREIGN_TYPE("aRowThatDoesNotFitFailsTheLoadAndNothingIsLoaded"),
    INTERRUPT_TAKEN_FOR_A_FAILURE("anInterruptEndsTheLoadAndNothingIsLoaded"),
    TABLE_NOT_NAMED("aTableThatIsNotThereIsAnErrorOfOursThatNamesIt"),
    NOWHERE_IS_AN_ERROR_OF_A_FOREIGN_TYPE("whatLeadsNowhereIsAnErrorOfOurs"),
    PASSWORD_TOLD("allObjectsAreLoaded"),
    TOKEN_TOLD("allObjectsAreLoaded"),
    THREAD_LEFT("noThreadIsLeftBehind"),
    ONE_ROOM_FOR_ALL("loadsRunAtOnceEachWithItsOwnConnection");

    private final String noticedBy;

    Fault(String noticedBy) {
        this.noticedBy = noticedBy;
    }

    String noticedBy() {
        return noticedBy;
    }
}
